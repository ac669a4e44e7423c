using EssConsult.Content.Media;
using EssConsult.Content.Routing;
using EssConsult.Content.Taxonomies;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Items;

/// <summary>What an account takes along, or leaves under another name; inside the caller's write transaction.</summary>
internal sealed class ContentErasure(SiteDb db)
{
    public async Task EraseAsync(string contentItemId, CancellationToken ct)
    {
        var versions = db.Set<ContentRow>().Where(row => row.ContentItemId == contentItemId);
        if (await versions.Select(row => row.ContentType).FirstOrDefaultAsync(ct) is { } type)
        {
            if (!await versions.AnyAsync(row => row.PublishedUtc != null, ct))
            {
                // Nobody ever read it there: the words of its title need not stay as an address.
                await db.Set<PathRow>().Where(path => path.ContentItemId == contentItemId).ExecuteDeleteAsync(ct);
            }

            // The index and kept pages must forget it too.
            db.Publish(new ContentRemoved(contentItemId, type));
            await versions.ExecuteDeleteAsync(ct);
            await db.Set<TermUse>().Where(use => use.ContentItemId == contentItemId).ExecuteDeleteAsync(ct);
            await db.Set<MediaUse>().Where(use => use.ContentItemId == contentItemId).ExecuteDeleteAsync(ct);
        }
    }

    public async Task ForgetPersonAsync(string personId, CancellationToken ct)
    {
        await db.Set<ContentRow>().Where(row => row.Owner == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, (string?)null).SetProperty(row => row.Author, (string?)null), ct);
        await db.Set<MediaRow>().Where(row => row.OwnerId == personId).ExecuteUpdateAsync(set => set.SetProperty(row => row.OwnerId, (string?)null), ct);
    }

    public Task RenamePersonAsync(string personId, string name, CancellationToken ct) =>
        db.Set<ContentRow>().Where(row => row.Owner == personId && row.Author != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Author, name), ct);
}
