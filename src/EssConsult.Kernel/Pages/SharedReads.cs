using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace EssConsult.Kernel.Pages;

/// <summary>
/// What every reader of a page sees alike, read once per change: kept under a key with the tags of what it shows. A commit of this
/// process makes it stale before its answer is sent, that of another node when the event is followed. Nothing that depends on who asks
/// may be kept here.
/// </summary>
public sealed class SharedReads(TimeProvider clock) : IDisposable
{
    /// <summary>A page counts as ten rows of a list; some 20 MB in all.</summary>
    private const int MostRows = 20_000;
    private const int RowsOfPage = 10;
    private const int MostTags = 100_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly MemoryCache entries = new(new MemoryCacheOptions { SizeLimit = MostRows });
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
        if (Find(key) is { } known)
        {
            return Show<T>(known, page);
        }

        // Noted before reading: a change that comes meanwhile makes what is read stale at once.
        var at = Interlocked.Read(ref lastChange);
        var tags = new CacheTags();
        return await read(tags) is { } value ? Show<T>(Keep(key, value, tags, at, RowsOfPage), page) : null;
    }

    /// <summary>The rows of a list, each kept for itself; those that are not are read together.</summary>
    /// <param name="kind">Begins the key of each, before its id.</param>
    /// <param name="ids">The rows asked for; each id is a tag of its row.</param>
    /// <param name="page">Takes the tags of the rows too.</param>
    /// <param name="read">Reads the given ids in a constant number of queries.</param>
    /// <param name="tags">Names what a row shows beside what its id names.</param>
    /// <returns>Without those that <paramref name="read"/> did not find.</returns>
    public async ValueTask<IReadOnlyDictionary<string, T>> GetManyAsync<T>(
        string kind, IReadOnlyCollection<string> ids, CacheTags page, Func<IReadOnlyList<string>, Task<IReadOnlyDictionary<string, T>>> read, Func<T, IEnumerable<string>> tags)
        where T : class
    {
        var found = new Dictionary<string, T>(ids.Count);
        var missing = new List<string>();
        foreach (var id in ids)
        {
            if (Find(kind + id) is { } known)
            {
                found[id] = Show<T>(known, page);
            }
            else
            {
                missing.Add(id);
            }
        }

        if (missing.Count > 0)
        {
            var at = Interlocked.Read(ref lastChange);
            foreach (var (id, value) in await read(missing))
            {
                found[id] = Show<T>(Keep(kind + id, value, new CacheTags([id, .. tags(value)]), at, rows: 1), page);
            }
        }

        return found;
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

    /// <summary>A moment to compare later changes with.</summary>
    internal long Moment => Interlocked.Read(ref lastChange);

    internal bool HasChangedSince(long moment, IEnumerable<string> tags) => changes.GetValueOrDefault("site") > moment || tags.Any(tag => changes.GetValueOrDefault(tag) > moment);

    public void Dispose() => entries.Dispose();

    private Entry? Find(string key) => entries.TryGetValue(key, out Entry? entry) && entry!.UntilUtc > clock.GetUtcNow() && !IsStale(entry) ? entry : null;

    private Entry Keep(string key, object value, CacheTags tags, long at, int rows)
    {
        var entry = new Entry(value, [.. tags.All], at, clock.GetUtcNow() + Kept);
        return entries.Set(key, entry, new MemoryCacheEntryOptions { Size = rows, AbsoluteExpirationRelativeToNow = Kept });
    }

    private static T Show<T>(Entry entry, CacheTags page)
    {
        foreach (var tag in entry.Tags)
        {
            page.Add(tag);
        }

        return (T)entry.Value;
    }

    private bool IsStale(Entry entry) => HasChangedSince(entry.At, entry.Tags);

    private sealed record Entry(object Value, string[] Tags, long At, DateTimeOffset UntilUtc);
}
