using System.Collections.Concurrent;
using EssConsult.Accounts.Contracts;

namespace EssConsult.Accounts.Sessions;

/// <summary>The person's other sessions end, after a new password or at their wish.</summary>
internal sealed record SessionsEnded(string PersonId) : IEvent
{
    public string? Subject => PersonId;
}

/// <summary>
/// Who changed lately, so that their cookies are read again from the database; all others are believed for half an hour without
/// a query. Cookies from before this node started are checked once.
/// </summary>
internal sealed class StaleSessions(TimeProvider clock) : IFollow
{
    public static readonly TimeSpan Believed = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, DateTimeOffset> changed = new();
    private readonly DateTimeOffset started = clock.GetUtcNow();

    public string Name => "stale-sessions";

    public bool MustCheck(string personId, DateTimeOffset issued) =>
        issued < started || clock.GetUtcNow() - issued > Believed || (changed.TryGetValue(personId, out var at) && issued <= at);

    public Task<OutboxCursor?> ResumeAsync(CancellationToken ct) => Task.FromResult<OutboxCursor?>(OutboxCursor.Now);

    public Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var happened in events.Where(happened => happened.Is<SessionsEnded>() || happened.Is<PersonChanged>() || happened.Is<PersonErased>()))
        {
            changed[happened.Subject!] = now;
        }

        foreach (var (id, _) in changed.Where(entry => now - entry.Value > Believed))
        {
            changed.TryRemove(id, out _);
        }

        return Task.CompletedTask;
    }
}
