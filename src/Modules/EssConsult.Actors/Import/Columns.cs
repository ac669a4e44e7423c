using System.Collections.Frozen;

namespace EssConsult.Actors.Import;

internal enum Column
{
    Id,
    ExternalKey,
    Name,
    Operator,
    Family,
    Sector,
    Siren,
    Siret,
    Rna,
    HouseNumber,
    Street,
    Postcode,
    Commune,
    Latitude,
    Longitude,
    Website,
    Email,
    Phone,
    Description,
    State,
}

/// <summary>Which header or tag means what; read without accents, capitals and punctuation (<c>addr:city</c> reads <c>addr city</c>).</summary>
internal static class Columns
{
    // Within one column the first name that holds something wins.
    private static readonly Dictionary<Column, string[]> Names = new()
    {
        [Column.Id] = ["identifiant"],
        [Column.ExternalKey] = ["cle externe", "external key", "id osm", "osm id", "id", "reference"],
        [Column.Name] = ["nom", "name", "structure", "nom de la structure", "raison sociale", "denomination", "organisme"],
        [Column.Operator] = ["operator", "exploitant", "gestionnaire"],
        [Column.Family] = ["famille", "family", "statut juridique", "forme juridique"],
        [Column.Sector] = ["secteur", "sector", "filiere"],
        [Column.Siren] = ["siren", "numero siren", "ref fr siren"],
        [Column.Siret] = ["siret", "numero siret", "ref fr siret"],
        [Column.Rna] = ["rna", "numero rna", "ref fr rna"],
        [Column.HouseNumber] = ["numero", "housenumber", "addr housenumber", "contact housenumber"],
        [Column.Street] = ["adresse", "rue", "voie", "street", "addr street", "contact street"],
        [Column.Postcode] = ["code postal", "codepostal", "cp", "postcode", "addr postcode", "contact postcode"],
        [Column.Commune] = ["commune", "ville", "city", "addr city", "contact city"],
        [Column.Latitude] = ["latitude", "lat"],
        [Column.Longitude] = ["longitude", "long", "lon", "lng"],
        [Column.Website] = ["site web", "site internet", "site", "website", "contact website", "url", "web"],
        [Column.Email] = ["email", "e mail", "mail", "courriel", "contact email"],
        [Column.Phone] = ["telephone", "tel", "phone", "contact phone"],
        [Column.Description] = ["description", "descr", "presentation", "activite"],
        [Column.State] = ["etat", "state"],
    };

    private static readonly FrozenDictionary<string, (Column Column, int Rank)> ByName = Names
        .SelectMany(pair => pair.Value.Select((name, rank) => (name, pair.Key, rank)))
        .ToFrozenDictionary(entry => entry.name, entry => (entry.Key, entry.rank));

    // Written by the site's own export for people to click on.
    private static readonly FrozenSet<string> NotMissed = FrozenSet.ToFrozenSet(["page"]);

    /// <summary>The values that have a column, and the names of those that have none.</summary>
    public static (IReadOnlyDictionary<Column, string> Known, IEnumerable<string> LeftOut) Sort(IEnumerable<KeyValuePair<string, string>> values)
    {
        var known = new Dictionary<Column, (int Rank, string Value)>();
        var leftOut = new List<string>();
        foreach (var (header, value) in values)
        {
            var name = TextKey.Of(header);
            if (!ByName.TryGetValue(name, out var place))
            {
                if (!NotMissed.Contains(name))
                {
                    leftOut.Add(header);
                }
            }
            else if (!string.IsNullOrWhiteSpace(value) && (!known.TryGetValue(place.Column, out var before) || place.Rank < before.Rank))
            {
                known[place.Column] = (place.Rank, value.Trim());
            }
        }

        return (known.ToDictionary(pair => pair.Key, pair => pair.Value.Value), leftOut);
    }
}
