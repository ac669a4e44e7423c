using EssConsult.JuryStatistics.Assignment;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Jury;

/// <summary>
/// Who reads what. As a rule everybody reads everything but what they are recused from; an edition may ask for so many readers an entry
/// instead, given by a flow of least cost whose seed is the hash of the frozen rule, so that anybody can do it again. Who is
/// assigned stays: a recusal or a newcomer only fills gaps.
/// </summary>
internal sealed class Readings(SiteDb db, TimeProvider clock)
{
    /// <summary>Adds the pairs that are missing, in the edition's turn.</summary>
    /// <param name="edition">As <c>LockEditionAsync</c> gave it, its rule frozen.</param>
    /// <param name="isWhole">Nothing is given out unless every entry has its readers.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="RuleException">There are too few jurors: which entries, and why.</exception>
    public async Task GiveAsync(Edition edition, bool isWhole, CancellationToken ct)
    {
        var id = edition.ContentItemId;
        var entries = await db.Set<Entry>().Where(entry => entry.EditionId == id && entry.State == EntryState.Eligible).OrderBy(entry => entry.Number).Select(entry => entry.Id).ToListAsync(ct);
        var jurors = await db.Set<Juror>().Where(juror => juror.EditionId == id && juror.State == JurorState.Accepted).OrderBy(juror => juror.Id).Select(juror => new { juror.Id, juror.PersonId }).ToListAsync(ct);
        var recused = (await db.Set<Conflict>().Where(conflict => conflict.EditionId == id).Select(conflict => new { conflict.PersonId, conflict.EntryId }).ToListAsync(ct)).ToLookup(conflict => conflict.PersonId, conflict => conflict.EntryId);
        var known = (await db.Set<JuryPair>().AsNoTracking().Where(pair => pair.EditionId == id).ToListAsync(ct)).ToDictionary(pair => (pair.JurorId, pair.EntryId));
        var kept = jurors.ToDictionary(juror => juror.Id, juror => recused[juror.PersonId!].Where(entries.Contains).ToHashSet());
        db.AddRange(from juror in jurors from entry in kept[juror.Id] where !known.ContainsKey((juror.Id, entry)) select new JuryPair { JurorId = juror.Id, EntryId = entry, EditionId = id, Standing = Standing.Recused });
        var free = from juror in jurors from entry in entries where !kept[juror.Id].Contains(entry) && !known.ContainsKey((juror.Id, entry)) select (Juror: juror.Id, Entry: entry);
        if (edition.Readers is { } wanted)
        {
            var assigned = known.Values.Where(pair => pair.Standing == Standing.Assigned && kept.ContainsKey(pair.JurorId)).ToLookup(pair => pair.EntryId, pair => pair.JurorId);
            var drawn = Draw(edition, wanted, entries, kept, assigned, isWhole);
            free = [.. free.Where(drawn.Contains)];
        }

        foreach (var (juror, entry) in free)
        {
            db.Add(new JuryPair { JurorId = juror, EntryId = entry, EditionId = id, Standing = Standing.Assigned });
            if (edition.Readers is not null)
            {
                db.Record(edition, clock.UtcNow(), RecordedActs.OfReading(juror, entry));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private static HashSet<(Guid Juror, Guid Entry)> Draw(Edition edition, int wanted, List<Guid> entries, Dictionary<Guid, HashSet<Guid>> recused, ILookup<Guid, Guid> assigned, bool isWhole)
    {
        var draft = ReadingAssignment.Solve(new AssignmentRequest
        {
            Entries = [.. entries.Select(entry => new EntryToRead($"{entry}", wanted) { Kept = [.. assigned[entry].Select(juror => $"{juror}")] })],
            Jurors = [.. recused.Keys.Select(juror => new JurorLoad($"{juror}", 0, edition.MostPerJuror ?? entries.Count))],
            Forbidden = [.. recused.SelectMany(juror => juror.Value.Select(entry => new JurorEntry($"{juror.Key}", $"{entry}")))],
            Seed = Sealing.Seed(edition.RuleHash!),
        });
        if (isWhole && draft.Shortages is [var shortage, ..])
        {
            throw new RuleException("prize.readers", "Les lectures ne peuvent pas être réparties : {0} dossiers ne peuvent aller qu’à {1} membres du jury, qui ont {2} places pour {3} lectures. Invitez d’autres membres, ou demandez moins de lecteurs.", shortage.Entries.Count, shortage.Jurors.Count, shortage.Capacity, shortage.Demand);
        }

        return [.. draft.Pairs.Select(pair => (Guid.Parse(pair.Juror), Guid.Parse(pair.Entry)))];
    }
}
