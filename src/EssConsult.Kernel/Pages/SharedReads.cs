using System.Collections.Concurrent;

namespace EssConsult.Kernel.Pages;

/// <summary>
/// What every reader of a page sees alike, read once per change: kept under a key with the tags of what it shows. A commit of this
/// process makes it stale before its answer is sent, that of another node when the event is followed. Nothing that depends on who asks
/// may be kept here.
/// </summary>
public sealed class SharedReads(TimeProvider clock)
{
    private const int MostEntries = 2_000;
    private const int MostTags = 100_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Entry> entries = new();
    private readonly ConcurrentDictionary<string, long> changes = new();
    private long lastChange;

    /// <param name="key">Names the value; the same key always gives the same type.</param>
    /// <param name="page">Takes the tags of the value too: a page that shows it goes stale with it.</param>
    /// <param name="read">
    /// Reads the value from the database and names its tags. What it returns is shared between requests, so nobody may change it;
    /// null is not kept.
    /// </param>
    public async ValueTask<T?> GetAsync<T>(string key, CacheTags page, Func<CacheTags, Task<T?>> read)
        where T : class
    {
        if (!entries.TryGetValue(key, out var entry) || entry.UntilUtc < clock.GetUtcNow() || IsStale(entry))
        {
            // Noted before reading: a change that comes meanwhile makes what is read stale at once.
            var at = Interlocked.Read(ref lastChange);
            var tags = new CacheTags();
            if (await read(tags) is not { } value)
            {
                return null;
            }

            entry = new Entry(value, [.. tags.All], at, clock.GetUtcNow() + Kept);
            Keep(key, entry);
        }

        foreach (var tag in entry.Tags)
        {
            page.Add(tag);
        }

        return (T)entry.Value;
    }

    /// <summary>For what follows the events later than the commit: an index that has caught up, say.</summary>
    public void Forget(IEnumerable<string> tags)
    {
        if (changes.Count > MostTags)
        {
            changes.Clear();
            changes["site"] = Interlocked.Increment(ref lastChange);
        }

        foreach (var tag in tags)
        {
            changes[tag] = Interlocked.Increment(ref lastChange);
        }
    }

    private void Keep(string key, Entry entry)
    {
        if (entries.Count >= MostEntries)
        {
            entries.Clear();
        }

        entries[key] = entry;
    }

    private bool IsStale(Entry entry) => changes.GetValueOrDefault("site") > entry.At || Array.Exists(entry.Tags, tag => changes.GetValueOrDefault(tag) > entry.At);

    private sealed record Entry(object Value, string[] Tags, long At, DateTimeOffset UntilUtc);
}
