using EssConsult.Registration.Invitations;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Privacy;

/// <summary>
/// Forgets: needs fifteen days after the event (only how many of each kind stays), people three months after it. What remains of a
/// registration says that somebody came, not who.
/// </summary>
internal sealed class RegistrationPurge(SiteDb db, TimeProvider clock) : IRecurringJob
{
    public static readonly TimeSpan NeedsKept = TimeSpan.FromDays(15), PeopleKept = TimeSpan.FromDays(91);

    public string Name => "registration-purge";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        await using var write = await db.BeginWriteAsync(ct);
        await CountNeedsAsync(now - NeedsKept, ct);
        await ForgetPeopleAsync(now - PeopleKept, ct);
        await write.CommitAsync(ct);
    }

    private async Task CountNeedsAsync(DateTime endedBefore, CancellationToken ct)
    {
        var needs = db.Set<AttendeeNeed>().Where(need => db.Set<EventRow>().Any(row => row.ContentItemId == need.EventId && row.EndsUtc < endedBefore));
        var counts = await needs.Where(need => db.Set<Registration>().Any(row => row.Id == need.RegistrationId && row.State == RegistrationState.Confirmed))
            .GroupBy(need => new { need.EventId, need.Kind }).Select(group => new { group.Key.EventId, group.Key.Kind, Count = group.Count() }).ToListAsync(ct);
        db.AddRange(counts.Select(count => new NeedCount { EventId = count.EventId, Kind = count.Kind, Count = count.Count }));
        await db.SaveChangesAsync(ct);
        await needs.ExecuteDeleteAsync(ct);
    }

    private async Task ForgetPeopleAsync(DateTime endedBefore, CancellationToken ct)
    {
        var over = db.Set<EventRow>().Where(row => row.EndsUtc < endedBefore).Select(row => row.ContentItemId);
        await db.Set<Attendee>().Where(attendee => over.Contains(attendee.EventId) && (attendee.Name != null || attendee.Organisation != null))
            .ExecuteUpdateAsync(set => set.SetProperty(attendee => attendee.Name, (string?)null).SetProperty(attendee => attendee.Organisation, (string?)null), ct);
        await db.Set<Registration>().Where(row => over.Contains(row.EventId) && row.Name != string.Empty).ForgetAsync(ct);
        await db.Set<Invitation>().Where(row => over.Contains(row.EventId)).ExecuteDeleteAsync(ct);
    }
}

/// <summary>What is left of the needs of an event: how many of each kind.</summary>
internal sealed class NeedCount
{
    public required string EventId { get; init; }

    public NeedKind Kind { get; init; }

    public int Count { get; init; }
}

internal static class Forgetting
{
    /// <summary>Takes the person out of registrations, inside the caller's write transaction; seats stay taken or free as they were.</summary>
    public static Task<int> ForgetAsync(this IQueryable<Registration> rows, CancellationToken ct) => rows.ExecuteUpdateAsync(
        set => set.SetProperty(row => row.Name, string.Empty).SetProperty(row => row.Organisation, (string?)null).SetProperty(row => row.Email, (string?)null).SetProperty(row => row.EmailKey, (string?)null)
            .SetProperty(row => row.PersonId, (string?)null).SetProperty(row => row.LiveKey, (string?)null).SetProperty(row => row.Answers, (string?)null),
        ct);
}
