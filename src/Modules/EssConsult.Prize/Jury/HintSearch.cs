using EssConsult.Accounts.Contracts;
using EssConsult.Actors.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Jury;

/// <summary>
/// Looks for links of two steps and for traces of links: a mail domain of one's own, entries sent together within the edition's years, a
/// structure that shares members or applicants with the one that enters. Eight queries, however many jurors and entries there are.
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

        var known = await ReadAsync(edition, seated, entries, ct);
        var (ids, persons) = (entries.Select(entry => entry.Id).ToList(), seated.ConvertAll(juror => juror.PersonId!));
        var linked = (await db.Set<Conflict>().Where(row => ids.Contains(row.EntryId) && persons.Contains(row.PersonId)).Select(row => new { row.EntryId, row.PersonId }).ToListAsync(ct)).Select(row => (row.EntryId, row.PersonId)).ToHashSet();
        var told = (await db.Set<LinkHint>().Where(row => ids.Contains(row.EntryId) && persons.Contains(row.PersonId)).Select(row => new { row.EntryId, row.PersonId, row.Kind }).ToListAsync(ct)).Select(row => (row.EntryId, row.PersonId, row.Kind)).ToHashSet();
        return [.. from juror in seated from entry in entries where !linked.Contains((entry.Id, juror.PersonId!)) && entry.OwnerId != juror.PersonId
            from hint in known.Between(juror, entry).DistinctBy(path => path.Kind) where !told.Contains((entry.Id, juror.PersonId!, hint.Kind))
            select new LinkHint { EditionId = edition.ContentItemId, EntryId = entry.Id, PersonId = juror.PersonId!, Kind = hint.Kind, Path = hint.Path, AtUtc = clock.UtcNow() }];
    }

    private async Task<LinkGraph> ReadAsync(Edition edition, List<Juror> jurors, IReadOnlyCollection<Entry> entries, CancellationToken ct)
    {
        var since = clock.UtcNow().AddYears(-edition.LinkYears);
        var (entering, persons) = (entries.Select(entry => entry.SentActorId).OfType<Guid>().Distinct().ToList(), jurors.ConvertAll(juror => juror.PersonId!));
        var past = (await db.Set<Entry>().Where(entry => entry.SentActorId != null && entry.SubmittedUtc >= since).Select(entry => new { entry.OwnerId, ActorId = entry.SentActorId!.Value, AtUtc = entry.SubmittedUtc!.Value }).ToListAsync(ct))
            .GroupBy(sent => (sent.OwnerId, sent.ActorId)).Select(sent => new PastEntry(sent.Key.OwnerId, sent.Key.ActorId, sent.Max(one => one.AtUtc).ToParis().Year)).ToList();
        var near = await actors.MembershipsAsync(entering, persons, ct);
        var members = near.Concat(await actors.MembershipsAsync([], [.. near.Select(one => one.PersonId).Distinct()], ct)).Distinct().ToList();
        var traces = await actors.TracesAsync([.. entering.Concat(members.Select(one => one.ActorId)).Concat(past.Select(one => one.ActorId)).Distinct()], [.. jurors.Select(juror => juror.Organisation).OfType<string>().Distinct()], ct);
        var domains = await people.MailDomainsAsync([.. entries.Select(entry => entry.OwnerId).Concat(members.Select(one => one.PersonId)).Distinct()], ct);
        return new LinkGraph(members, past, traces, domains);
    }
}
