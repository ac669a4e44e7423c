using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Features.Edit;

/// <summary>The published versions of a text, newest first; those of the first quarter of an hour count as one.</summary>
[Public]
[CachedForVisitors]
internal sealed class VersionsModel(SiteDb db, IContentStore content, CacheTags tags) : PageModel
{
    public ContributionRow Row { get; private set; } = null!;

    public IReadOnlyList<ContentItem> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var path = "contributions/" + slug.ToLowerInvariant();
        var row = await db.Set<ContributionRow>().AsNoTracking().Published().FirstOrDefaultAsync(found => found.Path == path, ct);
        if (row is null)
        {
            return NotFound();
        }

        Row = row;
        tags.Add(row.ContentItemId);
        var published = (await content.HistoryAsync(row.ContentItemId, ct)).Where(version => version.PublishedUtc is not null).ToList();
        var settled = row.PublishedUtc + ContributionWriting.FreeEditing;
        var lastFree = published.FirstOrDefault(version => version.PublishedUtc <= settled);
        Versions = [.. published.Where(version => version.PublishedUtc > settled || version == lastFree)];
        return Page();
    }
}
