using System.Globalization;
using EssConsult.Actors.Contracts;
using EssConsult.Actors.Identifiers;

namespace EssConsult.Actors.Import;

/// <summary>Turns a row of a file into a record: a value that is wrong is left out with a remark, never in silence.</summary>
internal sealed class RecordReader(Sectors sectors)
{
    private static readonly Remark Unknown = new("Ni nom ni identifiant : on ne peut pas savoir de quelle structure il s’agit.");

    /// <summary>Names of columns that had values and no place, from every row so far.</summary>
    public SortedSet<string> LeftOut { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ActorRecord Read(SourceRow row)
    {
        var (values, leftOut) = Columns.Sort(row.Values);
        LeftOut.UnionWith(leftOut);
        var remarks = new List<Remark>(row.Remarks);
        string? Text(Column column) => values.GetValueOrDefault(column);
        string? Checked(Column column, Func<string, string?> read, string sentence) => Valid(Text(column), read, sentence, remarks);

        var siret = Checked(Column.Siret, Siret.Read, "Le SIRET {0} n’est pas valide : il n’est pas repris.");
        var siren = Checked(Column.Siren, Siren.Read, "Le SIREN {0} n’est pas valide : il n’est pas repris.");
        if (siret is not null && siren is not null && !siret.StartsWith(siren, StringComparison.Ordinal))
        {
            remarks.Add(new Remark("Le SIREN {0} ne va pas avec le SIRET {1} : celui du SIRET est repris.", siren, siret));
        }

        var facts = new ActorFacts
        {
            Name = Text(Column.Name) ?? string.Empty,
            Family = FamilyWords.Read(Text(Column.Family), [Text(Column.Operator), Text(Column.Name)], remarks),
            SectorId = Sector(Text(Column.Sector), remarks),
            Siren = siret?[..Siren.Length] ?? siren,
            Siret = siret,
            Rna = Checked(Column.Rna, Rna.Read, "Le RNA {0} n’est pas valide : il n’est pas repris."),
            Street = Text(Column.Street) is { } street ? $"{Text(Column.HouseNumber)} {street}".TrimStart() : null,
            Postcode = Checked(Column.Postcode, text => text.Length == 5 && text.All(char.IsAsciiDigit) ? text : null, "Le code postal {0} n’a pas 5 chiffres : il n’est pas repris."),
            Commune = Text(Column.Commune) is { } commune ? CommuneName.Tidy(commune) : null,
            Position = Position(Text(Column.Latitude), Text(Column.Longitude), remarks),
            Website = Checked(Column.Website, WebAddress.Read, "L’adresse web {0} est illisible : elle n’est pas reprise."),
            Email = Checked(Column.Email, text => text.Count(sign => sign == '@') == 1 && !text.Any(char.IsWhiteSpace) ? text : null, "L’e-mail {0} est illisible : il n’est pas repris."),
            Phone = Text(Column.Phone),
            Description = Text(Column.Description)?.ReplaceLineEndings("\n"),
        };
        return Identified(new ActorRecord(row.Line, facts) { Remarks = remarks, Refusal = row.Refusal ?? TooLong(facts) }, values);
    }

    private static ActorRecord Identified(ActorRecord record, IReadOnlyDictionary<Column, string> values)
    {
        var id = Guid.TryParse(values.GetValueOrDefault(Column.Id), out var guid) ? guid : (Guid?)null;
        var key = values.GetValueOrDefault(Column.ExternalKey) ?? (id is null ? values.GetValueOrDefault(Column.Id) : null);
        return record with
        {
            Id = id,
            ExternalKey = key?.Split('/') is ["node" or "way" or "relation", _] ? "osm:" + key : key,
            State = State(values.GetValueOrDefault(Column.State)),
            Refusal = record.Refusal ?? (record.Facts.Name.Length == 0 && key is null && id is null ? Unknown : null),
        };
    }

    private static ActorState? State(string? text) =>
        Enum.GetValues<ActorState>().Cast<ActorState?>().FirstOrDefault(state => text is not null && (TextKey.Of(state!.Value.Label()) == TextKey.Of(text) || state.ToString() == text));

    private static string? Valid(string? text, Func<string, string?> read, string sentence, List<Remark> remarks)
    {
        var value = text is null ? null : read(text);
        if (text is not null && value is null)
        {
            remarks.Add(new Remark(sentence, text));
        }

        return value;
    }

    private string? Sector(string? text, List<Remark> remarks) => Valid(text, name => sectors.FindByText(name)?.Id, "Le secteur {0} n’existe pas ici : il n’est pas repris.", remarks);

    private static ActorPosition? Position(string? latitude, string? longitude, List<Remark> remarks)
    {
        if (latitude is null && longitude is null)
        {
            return null;
        }

        var position = Degrees(latitude) is { } lat && Degrees(longitude) is { } lon ? ActorPosition.Read(lat, lon) : null;
        var remark = position switch
        {
            null => new Remark("La position {0} ; {1} est illisible : elle n’est pas reprise.", latitude ?? "–", longitude ?? "–"),
            { Doubt: PositionDoubt.Swapped } => new Remark("Latitude {0} et longitude {1} sont inversées : elles sont remises dans l’ordre, à vérifier.", latitude!, longitude!),
            { Doubt: PositionDoubt.OutsideFrance } => new Remark("La position {0} ; {1} est hors de France : à vérifier.", latitude!, longitude!),
            _ => null,
        };
        if (remark is not null)
        {
            remarks.Add(remark);
        }

        return position;
    }

    private static double? Degrees(string? text) =>
        double.TryParse(text?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static Remark? TooLong(ActorFacts facts) =>
        facts.Name.Length > ActorFacts.MaxName ? new Remark("Le nom dépasse {0} caractères.", $"{ActorFacts.MaxName}")
        : facts.Description?.Length > ActorFacts.MaxDescription ? new Remark("La description dépasse {0} caractères.", $"{ActorFacts.MaxDescription}")
        : null;
}
