namespace EssConsult.Actors.Import;

/// <summary>What one structure is recognised by, strongest first.</summary>
internal sealed record Identity(Guid? Id, string? ExternalKey, string? Siret, string? Rna, string NameKey, string CommuneKey)
{
    public static Identity Of(Actor actor) => new(actor.Id, actor.ExternalKey, actor.Siret, actor.Rna, actor.NameKey, TextKey.Of(actor.Commune));

    public static Identity Of(ActorRecord record) =>
        new(record.Id, record.ExternalKey, record.Facts.Siret, record.Facts.Rna, TextKey.Of(record.Facts.Name), TextKey.Of(record.Facts.Commune));

    /// <summary>Two branches of one association share its RNA, two shops of one brand their name: another number tells them apart.</summary>
    public bool Contradicts(Identity other) =>
        Differ(ExternalKey, other.ExternalKey) || Differ(Siret, other.Siret) || Differ(Rna, other.Rna) || Differ(CommuneKey, other.CommuneKey);

    private static bool Differ(string? one, string? other) => !string.IsNullOrEmpty(one) && !string.IsNullOrEmpty(other) && one != other;
}

/// <summary>Finds who an identity belongs to among those that were added.</summary>
internal sealed class IdentityIndex<T>
    where T : class
{
    private readonly Dictionary<object, List<(Identity Identity, T Value)>> byKey = [];

    public void Add(Identity identity, T value)
    {
        foreach (var key in Keys(identity))
        {
            if (!byKey.TryGetValue(key, out var bearers))
            {
                byKey[key] = bearers = [];
            }

            bearers.Add((identity, value));
        }
    }

    /// <returns>The match; both null when there is none; the reason when several structures would fit.</returns>
    public (T? Match, Remark? Conflict) Find(Identity identity)
    {
        var sure = new object?[] { identity.Id, Key(identity.ExternalKey), SiretKey(identity.Siret) }
            .OfType<object>().SelectMany(Bearers).Select(bearer => bearer.Value).Distinct().ToList();
        if (sure.Count > 0)
        {
            return sure.Count == 1 ? (sure[0], null) : (null, new Remark("Ses identifiants désignent deux structures différentes de l’annuaire."));
        }

        foreach (var weak in new[] { RnaKey(identity.Rna), Name(identity.NameKey) }.OfType<object>())
        {
            var likely = Bearers(weak).Where(bearer => !identity.Contradicts(bearer.Identity)).Select(bearer => bearer.Value).Distinct().ToList();
            if (likely.Count > 0)
            {
                return likely.Count == 1 ? (likely[0], null) : (null, new Remark("Plusieurs structures de l’annuaire portent ce nom : ajoutez la commune ou un numéro."));
            }
        }

        return (null, null);
    }

    private static IEnumerable<object> Keys(Identity identity) =>
        new object?[] { identity.Id, Key(identity.ExternalKey), SiretKey(identity.Siret), RnaKey(identity.Rna), Name(identity.NameKey) }.OfType<object>();

    private IEnumerable<(Identity Identity, T Value)> Bearers(object key) => byKey.GetValueOrDefault(key) ?? [];

    private static object? Key(string? key) => key is null ? null : ('k', key);

    private static object? SiretKey(string? siret) => siret is null ? null : ('s', siret);

    private static object? RnaKey(string? rna) => rna is null ? null : ('r', rna);

    private static object? Name(string key) => key.Length == 0 ? null : ('n', key);
}
