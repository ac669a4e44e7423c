namespace EssConsult.Kernel.Events;

/// <summary>Something that happened, in the past tense: ids and facts, never a text that a person may later erase.</summary>
public interface IEvent
{
    /// <summary>The id of what it happened to: followers evict and re-index by it.</summary>
    string? Subject => null;
}

/// <summary>
/// An effect that takes place once per site: what it adds to <c>SiteDb</c> and its done-mark commit together. It must not save,
/// nor do anything that a rollback cannot undo.
/// </summary>
public interface IHandle<in TEvent>
    where TEvent : IEvent
{
    Task HandleAsync(TEvent happened, CancellationToken ct);
}

/// <summary>On a handler that locks rows: each event gets a transaction of its own, for two would be locked in an order that nobody chose.</summary>
public interface ITakesTurns;

/// <summary>
/// A reader on each node with a cursor of its own (an index, a cache). It takes ids, re-reads the current rows and tolerates repeats.
/// </summary>
public interface IFollow
{
    string Name { get; }

    /// <summary>Where to go on from; null asks for <see cref="RebuildAsync"/> first.</summary>
    Task<OutboxCursor?> ResumeAsync(CancellationToken ct);

    Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct);

    /// <summary>Reads everything anew; events after <paramref name="upTo"/> will follow.</summary>
    Task RebuildAsync(OutboxCursor upTo, CancellationToken ct) => Task.CompletedTask;

    /// <summary>The node stops and nothing more follows: files are closed before the site counts as stopped.</summary>
    void Stop()
    {
    }
}

/// <summary>A follower that keeps in memory what pages are made from: pages are dropped once it has followed, else they would be made again from what it has not read yet.</summary>
public interface IBook : IFollow;
