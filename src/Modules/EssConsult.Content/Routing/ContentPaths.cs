using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Routing;

internal sealed class ContentPaths(SiteDb db) : IContentPaths
{
    public async Task<ContentPath?> FindAsync(string path, CancellationToken ct)
    {
        var wanted = AutorouteHandler.Normalize(path);
        var paths = db.Set<PathRow>().AsNoTracking();
        var found = await paths.Where(row => row.Path == wanted)
            .Select(row => new
            {
                Row = row,
                Current = row.IsCurrent ? row.Path : paths.Where(other => other.ContentItemId == row.ContentItemId && other.ContainedItemId == row.ContainedItemId && other.IsCurrent)
                    .Select(other => other.Path).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(ct);
        return found?.Current is { } current ? new ContentPath(found.Row.ContentItemId, found.Row.IsCurrent, current, found.Row.ContainedItemId) : null;
    }
}
