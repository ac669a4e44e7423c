using System.Text.Json;

namespace EssConsult.Kernel.Events;

internal sealed class OutboxRow
{
    public long Position { get; init; }

    /// <summary>PostgreSQL's transaction id: rows become readable only when every transaction before theirs has ended. 0 on SQLite.</summary>
    public long Xid { get; init; }

    public required string Type { get; init; }

    public string? Subject { get; init; }

    public required string Payload { get; init; }

    /// <summary>What led to it (<see cref="Data.SiteDb.CausedBy"/>); null for what people do.</summary>
    public string? Cause { get; init; }

    public DateTime AtUtc { get; init; }

    public static OutboxRow From(IEvent happened, string? cause, DateTime now) => new()
    {
        Type = happened.GetType().Name,
        Subject = happened.Subject,
        Payload = JsonSerializer.Serialize(happened, happened.GetType()),
        Cause = cause,
        AtUtc = now,
    };
}

/// <summary>How far a handler has come; one row per handler, moved in the transaction of its effects.</summary>
internal sealed class HandlerCursor
{
    public required string Handler { get; init; }

    public long Xid { get; set; }

    public long Position { get; set; }
}

/// <summary>An event that a handler could not digest after every retry: set aside, shown to administrators, can be tried again.</summary>
internal sealed class ParkedEvent
{
    public required string Handler { get; init; }

    public long Position { get; init; }

    public required string Type { get; init; }

    public required string Payload { get; init; }

    public required string Error { get; set; }

    public DateTime AtUtc { get; set; }
}

/// <summary>A place in the order of commits.</summary>
public readonly record struct OutboxCursor(long Xid, long Position) : IComparable<OutboxCursor>
{
    /// <summary>Before the first event.</summary>
    public static readonly OutboxCursor Start;

    /// <summary>After whatever has been committed when the reader starts.</summary>
    public static readonly OutboxCursor Now = new(long.MaxValue, long.MaxValue);

    public int CompareTo(OutboxCursor other) => Xid != other.Xid ? Xid.CompareTo(other.Xid) : Position.CompareTo(other.Position);

    public static bool operator <(OutboxCursor left, OutboxCursor right) => left.CompareTo(right) < 0;

    public static bool operator >(OutboxCursor left, OutboxCursor right) => left.CompareTo(right) > 0;

    public static bool operator <=(OutboxCursor left, OutboxCursor right) => left.CompareTo(right) <= 0;

    public static bool operator >=(OutboxCursor left, OutboxCursor right) => left.CompareTo(right) >= 0;
}

/// <summary>An event as a follower reads it.</summary>
public sealed record OutboxEvent(OutboxCursor Cursor, string Type, string? Subject, string Payload)
{
    internal string? Cause { get; init; }

    public bool Is<T>()
        where T : IEvent => Type == typeof(T).Name;

    public T Read<T>()
        where T : IEvent => JsonSerializer.Deserialize<T>(Payload)!;
}
