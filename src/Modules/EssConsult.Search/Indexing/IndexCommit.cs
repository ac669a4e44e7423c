using System.Globalization;

namespace EssConsult.Search.Indexing;

/// <summary>What a commit says of itself: up to which event its documents are current.</summary>
internal static class IndexCommit
{
    // The outbox keeps a week; an index that slept nearly as long may have missed events.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(6);

    public static Dictionary<string, string> Describe(OutboxCursor upTo, DateTime now) => new()
    {
        ["version"] = FieldNames.Version,
        ["xid"] = upTo.Xid.ToString(CultureInfo.InvariantCulture),
        ["position"] = upTo.Position.ToString(CultureInfo.InvariantCulture),
        ["at"] = now.Ticks.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Where to go on from; null when the documents were written by another version or are too old.</summary>
    public static OutboxCursor? Read(IDictionary<string, string>? data, DateTime now) =>
        data is not null && data.TryGetValue("version", out var version) && version == FieldNames.Version
        && Number(data, "at") is { } at && new DateTime(at, DateTimeKind.Utc) + Oldest > now
        && Number(data, "xid") is { } xid && Number(data, "position") is { } position
            ? new OutboxCursor(xid, position)
            : null;

    private static long? Number(IDictionary<string, string> data, string key) =>
        data.TryGetValue(key, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
