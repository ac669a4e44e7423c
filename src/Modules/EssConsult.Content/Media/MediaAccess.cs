using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Media;

/// <summary>
/// Who may read a file: everybody, when it is in the library or a published item shows it; else who brought it, and who may see
/// drafts. Addresses cannot be guessed, but that is not what protects them.
/// </summary>
internal sealed class MediaAccess(SiteDb db, CurrentPerson person)
{
    public async Task<(MediaRow? Media, bool IsPublic)> FindAsync(string path, CancellationToken ct)
    {
        var found = await db.Set<MediaRow>().AsNoTracking().Where(row => row.Path == path)
            .Select(row => new { Row = row, Shown = db.Set<MediaUse>().Any(use => use.Path == path && use.Published) })
            .FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return (null, false);
        }

        var isPublic = found.Row.InLibrary || found.Shown;
        return isPublic || MaySeeDrafts(found.Row) ? (found.Row, isPublic) : (null, false);
    }

    /// <summary>Which of the paths the person may put into an item: the library's for editors, and their own.</summary>
    public async Task<IReadOnlyCollection<string>> UsableAsync(IReadOnlyCollection<string> paths, CancellationToken ct)
    {
        if (paths.Count == 0)
        {
            return [];
        }

        var rows = await db.Set<MediaRow>().AsNoTracking().Where(row => paths.Contains(row.Path)).ToListAsync(ct);

        // A visitor has no id yet: a file without an owner belongs to whoever holds its unguessable address.
        return [.. rows.Where(row => row.InLibrary || row.OwnerId is null || MaySeeDrafts(row)).Select(row => row.Path)];
    }

    private bool MaySeeDrafts(MediaRow media) =>
        (media.OwnerId is not null && media.OwnerId == person.Id) || person.Can(Permissions.ViewMediaContent) || person.Can(Permissions.EditContent);
}
