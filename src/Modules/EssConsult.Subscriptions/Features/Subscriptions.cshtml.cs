using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Subscriptions.Features;

/// <summary>How many addresses follow each démarche, in one query; never which.</summary>
[RequirePermission(Permissions.ViewSubscriptions)]
internal sealed class SubscriptionsModel(SiteDb db, IProcesses processes) : PageModel
{
    public IReadOnlyList<(Process Process, int Confirmed, int Waiting)> Lines { get; private set; } = [];

    public (int Confirmed, int Waiting) Coming { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var counts = await db.Set<SubscriptionTopic>().GroupBy(topic => topic.ProcessId)
            .Select(group => new { group.Key, Confirmed = group.Count(topic => topic.SinceUtc != null), All = group.Count() }).ToDictionaryAsync(found => found.Key, ct);
        Coming = counts.GetValueOrDefault(SubscriptionTopic.Coming) is { } coming ? (coming.Confirmed, coming.All - coming.Confirmed) : default;
        Lines = [.. processes.All.Select(process => counts.GetValueOrDefault(process.Id) is { } count ? (process, count.Confirmed, count.All - count.Confirmed) : (process, 0, 0))];
    }
}
