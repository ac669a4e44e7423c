using EssConsult.Kernel.Events;
using EssConsult.Kernel.Pages;

namespace EssConsult.Kernel.Data;

/// <summary>What this process does at once after a commit, before whoever caused it gets an answer: an author sees their own words.</summary>
public sealed class Commits
{
    private readonly OutboxSignal signal;
    private readonly SharedReads reads;
    private readonly PageTags pages;

    internal Commits(OutboxSignal signal, SharedReads reads, PageTags pages) => (this.signal, this.reads, this.pages) = (signal, reads, pages);

    internal void Tell(IReadOnlyCollection<OutboxRow> published)
    {
        if (published.Count > 0)
        {
            reads.Forget(pages.Of([.. published.Select(row => new OutboxEvent(default, row.Type, row.Subject, row.Payload))]));
            signal.Raise();
        }
    }
}
