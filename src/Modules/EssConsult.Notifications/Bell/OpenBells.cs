using System.Collections.Concurrent;
using System.Threading.Channels;

namespace EssConsult.Notifications.Bell;

/// <summary>The pages of this node's visitors that wait for news.</summary>
internal sealed class OpenBells
{
    /// <summary>Pages of one person that may wait at a time; the oldest makes way.</summary>
    public const int MostPerPerson = 6;

    private readonly ConcurrentDictionary<string, Line[]> lines = new();

    public IReadOnlyCollection<string> People => [.. lines.Keys];

    public Line Open(string personId)
    {
        var line = new Line();
        lines.AddOrUpdate(personId, [line], (_, open) =>
        {
            var kept = open.Length < MostPerPerson ? open : open[1..];
            return [.. kept, line];
        });
        return line;
    }

    /// <summary>Lines that made way for others learn of it by not being listed any more.</summary>
    public bool IsOpen(string personId, Line line) => lines.TryGetValue(personId, out var open) && open.Contains(line);

    public void Close(string personId, Line line)
    {
        while (lines.TryGetValue(personId, out var open) && open.Contains(line))
        {
            Line[] rest = [.. open.Where(other => other != line)];
            if (rest.Length > 0 ? lines.TryUpdate(personId, rest, open) : lines.TryRemove(new KeyValuePair<string, Line[]>(personId, open)))
            {
                return;
            }
        }
    }

    public void Ring(string personId)
    {
        foreach (var line in lines.GetValueOrDefault(personId) ?? [])
        {
            line.Ring();
        }
    }

    /// <summary>Rings of the same moment are heard once.</summary>
    internal sealed class Line
    {
        private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public void Ring() => rings.Writer.TryWrite(true);

        public ValueTask<bool> HeardAsync(CancellationToken ct) => rings.Reader.ReadAsync(ct);
    }
}
