using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Circuits;

/// <summary>Of an event that is over or called off nobody is asked any more who comes: the runs that wait for the team's word are given up.</summary>
internal sealed class UnansweredRequests(SiteDb db, IWorkflows workflows, TimeProvider clock) : IRecurringJob
{
    /// <summary>A site that was stopped longer keeps the question; accepting then changes nothing.</summary>
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(30);

    public string Name => "circuit-requests";

    public async Task RunAsync(CancellationToken ct)
    {
        if (!workflows.StartsOn(RegistrationEvent.Requested).Any())
        {
            return;
        }

        var (now, since) = (clock.UtcNow(), clock.UtcNow() - LookedBack);
        var unanswered = await db.Set<Registration>().Where(row => row.State == RegistrationState.Pending
            && db.Set<EventRow>().Any(found => found.ContentItemId == row.EventId && found.EndsUtc > since && (found.IsCancelled || found.EndsUtc <= now))).Select(row => row.Id).ToListAsync(ct);
        foreach (var id in unanswered)
        {
            await workflows.GiveUpAsync(RegistrationEvent.Requested, id.ToString(), ct);
        }

        await db.SaveChangesAsync(ct);
    }
}
