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
                Lives = paths.Any(other => other.ContentItemId == row.ContentItemId && other.IsCurrent),
            })
            .FirstOrDefaultAsync(ct);
        return found switch
        {
            null => null,
            { Lives: false, Row: var reserved } => new ContentPath(reserved.ContentItemId, IsCurrent: true, reserved.Path, reserved.ContainedItemId),
            { Current: { } current, Row: var row } => new ContentPath(row.ContentItemId, row.IsCurrent, current, row.ContainedItemId),
            _ => null,
        };
    }
}
