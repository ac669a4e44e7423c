using EssConsult.Accounts.Contracts;
using EssConsult.Actors.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Jury;

/// <summary>
/// Looks for links of two steps and for traces of links: a mail domain of one's own, entries sent together within the edition's years, a
/// structure that shares members or applicants with the one that enters. Some twelve queries, however many jurors and entries there are.
/// </summary>
internal sealed class HintSearch(SiteDb db, IActors actors, IPeople people, TimeProvider clock)
{
    public async Task<IReadOnlyList<LinkHint>> FindAsync(Edition edition, IReadOnlyCollection<Juror> jurors, IReadOnlyCollection<Entry> entries, CancellationToken ct)
    {
        var seated = jurors.Where(juror => juror.PersonId is not null).ToList();
        if (seated.Count == 0 || entries.Count == 0)
        {
            return [];
        }

        var applicants = await db.ApplicantsAsync([.. entries.Select(entry => entry.Id)], ct);
        var known = await ReadAsync(edition, seated, entries, applicants, ct);
        var (ids, persons) = (entries.Select(entry => entry.Id).ToList(), seated.ConvertAll(juror => juror.PersonId!));
        var linked = (await db.Set<Conflict>().Where(row => ids.Contains(row.EntryId) && persons.Contains(row.PersonId)).Select(row => new { row.EntryId, row.PersonId }).ToListAsync(ct)).Select(row => (row.EntryId, row.PersonId)).ToHashSet();
        var told = (await db.Set<LinkHint>().Where(row => ids.Contains(row.EntryId) && persons.Contains(row.PersonId)).Select(row => new { row.EntryId, row.PersonId, row.Kind }).ToListAsync(ct)).Select(row => (row.EntryId, row.PersonId, row.Kind)).ToHashSet();
        return [.. from juror in seated from entry in entries where !linked.Contains((entry.Id, juror.PersonId!)) && !applicants[entry.Id].Contains(juror.PersonId)
            from hint in known.Between(juror, entry, [.. applicants[entry.Id]]).DistinctBy(path => path.Kind) where !told.Contains((entry.Id, juror.PersonId!, hint.Kind))
            select new LinkHint { EditionId = edition.ContentItemId, EntryId = entry.Id, PersonId = juror.PersonId!, Kind = hint.Kind, Path = hint.Path, AtUtc = clock.UtcNow() }];
    }

    private async Task<LinkGraph> ReadAsync(Edition edition, List<Juror> jurors, IReadOnlyCollection<Entry> entries, ILookup<Guid, string> applicants, CancellationToken ct)
    {
        var (entering, persons) = (entries.Select(entry => entry.SentActorId).OfType<Guid>().Distinct().ToList(), jurors.ConvertAll(juror => juror.PersonId!));
        var near = await actors.MembershipsAsync(entering, persons, ct);
        var members = near.Concat(await actors.MembershipsAsync([], [.. near.Select(one => one.PersonId).Distinct()], ct)).Distinct().ToList();
        var sent = Sent(clock.UtcNow().AddYears(-edition.LinkYears));
        var byJurors = await sent.Where(one => persons.Contains(one.PersonId)).ToListAsync(ct);
        var traces = await actors.TracesAsync([.. entering.Concat(members.Select(one => one.ActorId)).Concat(byJurors.Select(one => one.ActorId)).Distinct()], [.. jurors.Select(juror => juror.Organisation).OfType<string>().Distinct()], ct);
        var concerned = traces.Select(one => one.Id).ToList();
        var past = byJurors.Concat(await sent.Where(one => concerned.Contains(one.ActorId)).ToListAsync(ct))
            .GroupBy(one => (one.PersonId, one.ActorId)).Select(one => new PastEntry(one.Key.PersonId, one.Key.ActorId, one.Max(last => last.AtUtc).ToParis().Year)).ToList();
        var domains = await people.MailDomainsAsync([.. applicants.SelectMany(one => one).Concat(members.Select(one => one.PersonId)).Distinct()], ct);
        return new LinkGraph(members, past, traces, domains);
    }

    /// <summary>Who wrote what was sent for a structure since then: whoever began it, and who joined.</summary>
    private IQueryable<SentFor> Sent(DateTime since)
    {
        var sent = db.Set<Entry>().Where(entry => entry.SentActorId != null && entry.SubmittedUtc >= since);
        return sent.Select(entry => new SentFor { PersonId = entry.OwnerId, ActorId = entry.SentActorId!.Value, AtUtc = entry.SubmittedUtc!.Value })
            .Concat(sent.Join(db.Set<CoApplicant>().Where(other => other.PersonId != null), entry => entry.Id, other => other.EntryId, (entry, other) => new SentFor { PersonId = other.PersonId!, ActorId = entry.SentActorId!.Value, AtUtc = entry.SubmittedUtc!.Value }));
    }

    private sealed record SentFor
    {
        public required string PersonId { get; init; }

        public required Guid ActorId { get; init; }

        public required DateTime AtUtc { get; init; }
    }
}
