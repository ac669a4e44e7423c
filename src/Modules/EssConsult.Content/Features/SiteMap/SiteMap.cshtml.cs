using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.SiteMap;

[Public]
[CachedForVisitors]
internal sealed class SiteMapModel(ReadSiteMap map, CacheTags tags) : PageModel
{
    internal IReadOnlyList<SiteBranch> Branches { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        tags.Add(SiteMapEviction.Tag);
        Branches = await map.ReadAsync(ct);
    }
}
