using EssConsult.Kernel.Data;
using EssConsult.Kernel.Events;
using EssConsult.Kernel.Modules;
using Microsoft.AspNetCore.OutputCaching;

namespace EssConsult.Kernel.Pages;

/// <summary>Evicts from this node's memory the pages that show what an event is about.</summary>
internal sealed class PageCacheEviction(IOutputCacheStore store, IEnumerable<IEvictsPages> rules) : IFollow
{
    public string Name => "page-cache";

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await store.EvictByTagAsync("site", ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        var tags = events.Select(happened => happened.Subject).OfType<string>()
            .Concat(events.SelectMany(happened => rules.SelectMany(rule => rule.TagsOf(happened))))
            .Concat(events.Any(happened => happened.Is<FeaturesSwitched>() || happened.Is<SettingsChanged>()) ? ["site"] : []);
        foreach (var tag in tags.Distinct())
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
