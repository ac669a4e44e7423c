using EssConsult.Kernel.Events;
using Microsoft.AspNetCore.OutputCaching;

namespace EssConsult.Kernel.Pages;

/// <summary>Evicts from this node's memory the pages that show what another node's event is about; its own went with the commit.</summary>
internal sealed class PageCacheEviction(StalePages pages, PageTags tags) : IFollow
{
    public string Name => "page-cache";

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await pages.DropAsync(["site"], ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct) => await pages.DropAsync(tags.Of(events), ct);
}

/// <summary>Drops what this node keeps of changed things: what was read for pages first, so that no page is made of it again.</summary>
internal sealed class StalePages(IOutputCacheStore store, SharedReads reads)
{
    public async ValueTask DropAsync(IReadOnlyCollection<string> tags, CancellationToken ct)
    {
        reads.Forget(tags);
        foreach (var tag in tags)
        {
            await store.EvictByTagAsync(tag, ct);
        }
    }
}

/// <summary>A module's rule: which lists and pages an event changes beyond the page of its own subject.</summary>
public interface IEvictsPages
{
    IEnumerable<string> TagsOf(OutboxEvent happened);
}
