using EssConsult.Prize.Editions;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Scoring;

/// <summary>Closes scoring when its date has come.</summary>
internal sealed class ScoringClosing(SiteDb db, EditionVerbs verbs, TimeProvider clock) : IRecurringJob
{
    public string Name => "prize-scoring";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        foreach (var id in await db.Set<Edition>().Where(edition => edition.Stage == EditionStage.Scoring && edition.ScoringClosesUtc <= now).Select(edition => edition.ContentItemId).ToListAsync(ct))
        {
            db.ChangeTracker.Clear();
            await verbs.CloseScoringAsync(id, Name, ct);
        }
    }
}
