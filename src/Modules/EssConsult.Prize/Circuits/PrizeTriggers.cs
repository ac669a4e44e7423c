using System.Text.Json.Nodes;
using EssConsult.Mail.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Scoring;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Circuits;

/// <summary>Tells circuits what happens in editions: by ids and numbers, never by what an entry says, for whoever reads a run may be recused from it.</summary>
internal sealed class PrizeTriggers(SiteDb db, IWorkflows workflows, ISiteAddress address, TimeProvider clock) : IHandle<EntrySubmitted>, IHandle<EntryScreened>, IHandle<EntryWithdrawn>, IHandle<SheetSubmitted>, IHandle<ReadingsChanged>, IHandle<JurorLate>
{
    /// <summary>When it is sent first; sent again it is no other entry.</summary>
    public Task HandleAsync(EntrySubmitted happened, CancellationToken ct) => happened.Sequence == 1 ? TellAsync(PrizeEvent.Submitted, happened.EntryId, ct) : Task.CompletedTask;

    public Task HandleAsync(EntryScreened happened, CancellationToken ct) => TellAsync(happened.IsEligible ? PrizeEvent.Eligible : PrizeEvent.Ineligible, happened.EntryId, ct);

    public Task HandleAsync(EntryWithdrawn happened, CancellationToken ct) => TellAsync(PrizeEvent.Withdrawn, happened.EntryId, ct);

    /// <summary>The last sheet that was missing has come.</summary>
    public Task HandleAsync(SheetSubmitted happened, CancellationToken ct) => TellOfSheetsAsync(happened.EditionId, ct);

    /// <summary>Whoever was missing reads no more.</summary>
    public Task HandleAsync(ReadingsChanged happened, CancellationToken ct) => TellOfSheetsAsync(happened.EditionId, ct);

    /// <summary>Whoever has left or given everything meanwhile is not told.</summary>
    public async Task HandleAsync(JurorLate happened, CancellationToken ct)
    {
        var left = await db.Set<JuryPair>().Missing(db, happened.EditionId).CountAsync(pair => pair.JurorId == happened.JurorId, ct);
        if (left > 0 && await db.Set<Juror>().Where(row => row.Id == happened.JurorId).Select(row => row.PersonId).FirstOrDefaultAsync(ct) is { } person)
        {
            await workflows.TriggerAsync(LateOf(happened.EditionId, happened.JurorId, person, left, happened.DeadlineUtc, address), ct);
        }
    }

    private async Task TellOfSheetsAsync(string editionId, CancellationToken ct)
    {
        if (await db.Set<Edition>().FirstOrDefaultAsync(row => row.ContentItemId == editionId && row.Stage == EditionStage.Scoring && row.SheetsToldUtc == null, ct) is { } edition && !await db.Set<JuryPair>().Missing(db, editionId).AnyAsync(ct))
        {
            edition.SheetsToldUtc = clock.UtcNow();
            await workflows.TriggerAsync(CompleteOf(editionId), ct);
        }
    }

    internal static WorkflowTrigger CompleteOf(string editionId) => new(PrizeEvent.Complete, editionId, new JsonObject { ["ContentItem"] = WorkflowTrigger.ContentPointer(editionId), ["Edition"] = editionId });

    internal static WorkflowTrigger LateOf(string editionId, Guid jurorId, string personId, int left, DateTime deadline, ISiteAddress address) => new(PrizeEvent.Late, jurorId.ToString(), new JsonObject
    {
        ["ContentItem"] = WorkflowTrigger.ContentPointer(editionId), ["Edition"] = editionId, ["User"] = WorkflowTrigger.PersonPointer(personId), ["Left"] = left, ["Deadline"] = deadline.Iso(), ["Link"] = address.Absolute("/jury/" + editionId),
    });

    private async Task TellAsync(string name, Guid entryId, CancellationToken ct)
    {
        if (await db.Set<Entry>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == entryId, ct) is { } entry)
        {
            await workflows.TriggerAsync(TriggerOf(name, entry), ct);
        }
    }

    internal static WorkflowTrigger TriggerOf(string name, Entry entry) => new(name, entry.Id.ToString(), new JsonObject
    {
        ["ContentItem"] = WorkflowTrigger.ContentPointer(entry.EditionId), ["Edition"] = entry.EditionId, ["User"] = WorkflowTrigger.PersonPointer(entry.OwnerId), ["Entry"] = entry.Id.ToString(), ["Number"] = entry.Number,
    });
}

/// <summary>Entries and editions to try circuits on, by their numbers.</summary>
internal sealed class PrizeSamples(SiteDb db, ISiteAddress address) : IEventSamples
{
    private const int Shown = 20;

    public async Task<IReadOnlyList<EventSample>> ListAsync(string eventName, CancellationToken ct)
    {
        var known = db.Set<Edition>().AsNoTracking().Where(edition => edition.Published && !edition.IsArchived);
        if (eventName == PrizeEvent.Complete)
        {
            return [.. (await known.OrderByDescending(edition => edition.ClosesUtc).Take(Shown).ToListAsync(ct)).Select(edition => new EventSample(edition.ContentItemId, edition.Title, PrizeTriggers.CompleteOf(edition.ContentItemId)))];
        }

        if (eventName == PrizeEvent.Late)
        {
            var late = await db.Set<Juror>().AsNoTracking().Where(juror => juror.State == JurorState.Accepted && juror.PersonId != null).OrderByDescending(juror => juror.InvitedUtc).Take(Shown).Join(known, juror => juror.EditionId, edition => edition.ContentItemId, (juror, edition) => new { juror.Id, juror.Name, juror.PersonId, juror.EditionId, edition.Title, edition.ScoringClosesUtc, edition.ClosesUtc }).ToListAsync(ct);
            return [.. late.Select(one => new EventSample(one.Id.ToString(), $"{one.Title} · {one.Name}", PrizeTriggers.LateOf(one.EditionId, one.Id, one.PersonId!, 1, one.ScoringClosesUtc ?? one.ClosesUtc!.Value, address)))];
        }

        if (eventName is not (PrizeEvent.Submitted or PrizeEvent.Eligible or PrizeEvent.Ineligible or PrizeEvent.Withdrawn))
        {
            return [];
        }

        var found = await db.Set<Entry>().AsNoTracking().Where(entry => entry.Number != null).OrderByDescending(entry => entry.SubmittedUtc).Take(Shown).Join(known, entry => entry.EditionId, edition => edition.ContentItemId, (entry, edition) => new { entry, edition.Title }).ToListAsync(ct);
        return [.. found.Select(pair => new EventSample(pair.entry.Id.ToString(), $"{pair.Title} · n° {pair.entry.Number}", PrizeTriggers.TriggerOf(eventName, pair.entry)))];
    }
}
