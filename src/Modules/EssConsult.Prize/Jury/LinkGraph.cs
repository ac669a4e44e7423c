using EssConsult.Actors.Contracts;

namespace EssConsult.Prize.Jury;

/// <param name="Year">When it was sent last.</param>
internal sealed record PastEntry(string PersonId, Guid ActorId, int Year);

/// <summary>Who belongs to what, and who entered for whom: pure reckoning over what <see cref="HintSearch"/> read.</summary>
internal sealed class LinkGraph(IReadOnlyList<Membership> members, IReadOnlyList<PastEntry> past, IReadOnlyList<ActorTrace> traces, IReadOnlyDictionary<string, string> domains)
{
    private readonly ILookup<Guid, string> membersOf = members.ToLookup(one => one.ActorId, one => one.PersonId);
    private readonly ILookup<string, Guid> belongsTo = members.ToLookup(one => one.PersonId, one => one.ActorId);
    private readonly ILookup<Guid, PastEntry> sentFor = past.ToLookup(one => one.ActorId);
    private readonly ILookup<string, PastEntry> sentBy = past.ToLookup(one => one.PersonId);
    private readonly Dictionary<Guid, ActorTrace> known = traces.ToDictionary(one => one.Id);

    /// <summary>Paths from a juror to an entry, the surest first; links of one step are <see cref="ConflictDetection"/>'s.</summary>
    public IEnumerable<(ConflictKind Kind, string Path)> Between(Juror juror, Entries.Entry entry, IReadOnlyCollection<string> applicants)
    {
        var person = juror.PersonId!;
        var structure = entry.SentActorId is { } id ? known.GetValueOrDefault(id) : null;
        if (structure is not null && belongsTo[person].Contains(structure.Id))
        {
            yield break;
        }

        if (structure is not null && sentBy[person].FirstOrDefault(one => one.ActorId == structure.Id) is { } sent)
        {
            yield return (ConflictKind.CoEntry, $"a déposé un dossier de {structure.Name} en {sent.Year}, structure qui dépose celui-ci");
        }

        foreach (var (near, how) in structure is null ? [] : Near(juror))
        {
            if (Together(near, structure!, person, applicants) is { } partner)
            {
                yield return (ConflictKind.Partner, $"{how} {near.Name}, {partner} {structure!.Name}, qui dépose ce dossier");
            }
        }

        if (MailDomain.OwnOf(juror.Email) is { } domain && SameDomain(domain, structure, person, applicants) is { } whose)
        {
            yield return (ConflictKind.Employment, $"son adresse est en @{domain}, comme {whose}");
        }
    }

    /// <summary>Structures that the juror belongs to, comes from, or entered for.</summary>
    private IEnumerable<(ActorTrace Structure, string How)> Near(Juror juror)
    {
        var key = TextKey.Of(juror.Organisation);
        return belongsTo[juror.PersonId!].Select(id => (Id: id, How: "membre de")).Concat(traces.Where(one => key.Length > 0 && one.NameKey == key).Select(one => (one.Id, How: "vient de"))).Concat(sentBy[juror.PersonId!].Select(one => (Id: one.ActorId, How: $"a déposé en {one.Year} pour")))
            .Where(one => known.ContainsKey(one.Id)).Select(one => (known[one.Id], one.How));
    }

    /// <summary>What ties two structures; null when nothing that the site knows.</summary>
    private string? Together(ActorTrace near, ActorTrace entering, string person, IReadOnlyCollection<string> present)
    {
        if (near.Id == entering.Id)
        {
            return null;
        }

        if (membersOf[near.Id].Intersect(membersOf[entering.Id]).Any(one => one != person))
        {
            return "qui partage un membre avec";
        }

        var applicants = sentFor[entering.Id].Select(one => one.PersonId).Concat(present);
        return sentFor[near.Id].Where(one => one.PersonId != person && applicants.Contains(one.PersonId)).MaxBy(one => one.Year) is { } common ? $"dont un dossier de {common.Year} a été déposé par la même personne qu’un dossier de" : null;
    }

    private string? SameDomain(string domain, ActorTrace? structure, string person, IReadOnlyCollection<string> applicants) =>
        structure is not null && (MailDomain.OwnOf(structure.Email) == domain || MailDomain.OwnOf(structure.Website) == domain) ? $"{structure.Name}, qui dépose ce dossier"
        : applicants.Any(one => MailDomain.OwnOf(domains.GetValueOrDefault(one)) == domain) ? "la personne qui dépose ce dossier"
        : structure is not null && membersOf[structure.Id].Any(one => one != person && MailDomain.OwnOf(domains.GetValueOrDefault(one)) == domain) ? $"un membre de {structure.Name}, qui dépose ce dossier"
        : null;
}
