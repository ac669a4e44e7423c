using EssConsult.Content.Fields.Media;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Media;

internal sealed record MediaPage(IReadOnlyList<LibraryFile> Files, int Total);

internal sealed record LibraryFile(MediaRow Media, int Uses);

/// <summary>What editors choose from.</summary>
internal sealed class MediaLibrary(SiteDb db)
{
    public const int PageSize = 24;

    public async Task<IReadOnlyList<MediaRow>> RecentAsync(MediaFieldSettings settings, CancellationToken ct)
    {
        var recent = await db.Set<MediaRow>().AsNoTracking().Where(row => row.InLibrary).OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Path).Take(200).ToListAsync(ct);
        return [.. recent.Where(row => settings.Allows(row.Path)).Take(100)];
    }

    public async Task<MediaPage> PageAsync(string? text, int page, CancellationToken ct)
    {
        var rows = db.Set<MediaRow>().AsNoTracking().Where(row => row.InLibrary).Containing(db, text, row => row.FileName, row => row.AlternativeText);
        var files = await rows.OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Path).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(row => new LibraryFile(row, db.Set<MediaUse>().Count(use => use.Path == row.Path && (use.Latest || use.Published)))).ToListAsync(ct);
        return new MediaPage(files, await rows.CountAsync(ct));
    }
}
