using EssConsult.Kernel.Events;
using EssConsult.Kernel.Pages;

namespace EssConsult.Kernel.Data;

/// <summary>
/// What this process does at once after a commit, before whoever caused it gets an answer: it lies on the disk, and an author sees
/// their own words.
/// </summary>
public sealed class Commits
{
    private readonly GroupCommit disk;
    private readonly OutboxSignal signal;
    private readonly PageTags tags;
    private readonly StalePages pages;

    internal Commits(GroupCommit disk, OutboxSignal signal, PageTags tags, StalePages pages) => (this.disk, this.signal, this.tags, this.pages) = (disk, signal, tags, pages);

    internal Task ReachDiskAsync() => disk.ReachDiskAsync();

    internal async ValueTask TellAsync(IReadOnlyCollection<OutboxRow> published)
    {
        await disk.ReachDiskAsync();
        if (published.Count > 0)
        {
            await pages.DropAsync(tags.Of([.. published.Select(row => new OutboxEvent(default, row.Type, row.Subject, row.Payload))]), CancellationToken.None);
            signal.Raise();
        }
    }
}
