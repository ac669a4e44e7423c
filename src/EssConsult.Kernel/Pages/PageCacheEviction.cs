using EssConsult.Kernel.Events;
using Microsoft.AspNetCore.OutputCaching;

namespace EssConsult.Kernel.Pages;

/// <summary>Evicts from this node's memory the pages that show what an event is about.</summary>
internal sealed class PageCacheEviction(IOutputCacheStore store, PageTags pages, SharedReads reads) : IFollow
{
    public string Name => "page-cache";

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await store.EvictByTagAsync("site", ct);
        reads.Forget(["site"]);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        var tags = pages.Of(events);
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
