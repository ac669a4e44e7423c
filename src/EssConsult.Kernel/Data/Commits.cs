using EssConsult.Kernel.Events;
using EssConsult.Kernel.Pages;

namespace EssConsult.Kernel.Data;

/// <summary>What this process does at once after a commit, before whoever caused it gets an answer: an author sees their own words.</summary>
public sealed class Commits
{
    private readonly OutboxSignal signal;
    private readonly PageTags tags;
    private readonly StalePages pages;

    internal Commits(OutboxSignal signal, PageTags tags, StalePages pages) => (this.signal, this.tags, this.pages) = (signal, tags, pages);

    internal async ValueTask TellAsync(IReadOnlyCollection<OutboxRow> published)
    {
        if (published.Count > 0)
        {
            await pages.DropAsync(tags.Of([.. published.Select(row => new OutboxEvent(default, row.Type, row.Subject, row.Payload))]), CancellationToken.None);
            signal.Raise();
        }
    }
}
