using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Items;

internal sealed class ContentStore(SiteDb db, IContentDefinitions definitions, ContentHandlers handlers, ContentImport import, ContentErasure erasure, TimeProvider clock) : IContentStore
{
    // Items made here and not yet stored: no query has to find out that nothing is known of them.
    private readonly HashSet<string> made = [];

    public ContentItem New(string contentType, string? ownerId, string? authorName)
    {
        var item = new ContentItem { ContentItemId = ContentId.New(), ContentItemVersionId = ContentId.New(), ContentType = contentType, Owner = ownerId, Author = authorName };
        made.Add(item.ContentItemId);
        return item;
    }

    public async Task<ContentItem?> FindAsync(string contentItemId, ContentVersion which, CancellationToken ct) =>
        await db.VersionAsync(contentItemId, which, ct) is { } row ? row.ToItem() : null;

    public async Task<IReadOnlyDictionary<string, ContentItem>> FindManyAsync(IReadOnlyCollection<string> contentItemIds, ContentVersion which, CancellationToken ct)
    {
        if (contentItemIds.Count == 0)
        {
            return new Dictionary<string, ContentItem>();
        }

        var rows = await Rows(which).Where(row => contentItemIds.Contains(row.ContentItemId)).ToListAsync(ct);
        return rows.ToDictionary(row => row.ContentItemId, row => row.ToItem());
    }

    public async Task<IReadOnlyList<ContentItem>> ListAsync(string contentType, ContentVersion which, CancellationToken ct)
    {
        var rows = await Rows(which).Where(row => row.ContentType == contentType)
            .OrderBy(row => row.ListOrder).ThenBy(row => row.PublishedUtc).ThenBy(row => row.ContentItemId).Take(500).ToListAsync(ct);
        return [.. rows.Select(row => row.ToItem())];
    }

    public async Task<IReadOnlyList<ContentItem>> HistoryAsync(string contentItemId, CancellationToken ct)
    {
        var rows = await db.Set<ContentRow>().AsNoTracking().Where(row => row.ContentItemId == contentItemId)
            .OrderByDescending(row => row.ModifiedUtc).ThenByDescending(row => row.ContentItemVersionId).Take(200).ToListAsync(ct);
        return [.. rows.Select(row => row.ToItem())];
    }

    public async Task SaveDraftAsync(ContentItem item, CancellationToken ct)
    {
        var (_, write) = await StageAsync(item, ContentAct.SaveDraft, ct);
        db.Publish(new ContentDraftSaved(item.ContentItemId, item.ContentType, write));
    }

    public async Task PublishAsync(ContentItem item, CancellationToken ct)
    {
        var (first, write) = await StageAsync(item, ContentAct.Publish, ct);
        db.Publish(new ContentPublished(item.ContentItemId, item.ContentType, first, write));
    }

    public async Task DropDraftAsync(string contentItemId, CancellationToken ct)
    {
        var rows = await db.ActiveAsync(contentItemId, ct);
        if (rows.Find(row => row.Published) is { Latest: false } published && rows.Find(row => row.Latest) is { } draft)
        {
            (draft.Latest, published.Latest) = (false, true);
            await ChangedAsync(published.ToItem(), ContentAct.DropDraft, ct);
        }
    }

    public async Task UnpublishAsync(string contentItemId, CancellationToken ct)
    {
        var rows = await db.ActiveAsync(contentItemId, ct);
        if (rows.Find(row => row.Published) is not { } published)
        {
            return;
        }

        published.Published = false;
        (published.PublishedUtc, published.ModifiedUtc) = (null, clock.UtcNow());
        // A published version without a newer draft becomes the draft.
        published.Latest |= !rows.Exists(row => row.Latest);
        await ChangedAsync(published.ToItem(), ContentAct.Unpublish, ct);
        db.Publish(new ContentUnpublished(contentItemId, published.ContentType));
    }

    public async Task RemoveAsync(string contentItemId, CancellationToken ct)
    {
        var rows = await db.ActiveAsync(contentItemId, ct);
        foreach (var row in rows)
        {
            (row.Latest, row.Published) = (false, false);
        }

        if (rows.Count > 0)
        {
            await ChangedAsync(rows[0].ToItem(), ContentAct.Remove, ct);
            db.Publish(new ContentRemoved(contentItemId, rows[0].ContentType));
        }
    }

    public Task EraseAsync(string contentItemId, CancellationToken ct) => erasure.EraseAsync(contentItemId, ct);

    public Task ForgetPersonAsync(string personId, CancellationToken ct) => erasure.ForgetPersonAsync(personId, ct);

    public Task RenamePersonAsync(string personId, string name, CancellationToken ct) => erasure.RenamePersonAsync(personId, name, ct);

    public Task<bool> ImportAsync(ContentItem item, CancellationToken ct) => import.ImportAsync(item, ct);

    public async Task<ContentItem?> RestoreAsync(string contentItemVersionId, CancellationToken ct)
    {
        var old = await db.Set<ContentRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemVersionId == contentItemVersionId, ct);
        if (old is null)
        {
            return null;
        }

        // What was being written stays in the history: the restored text gets a row of its own.
        foreach (var draft in (await db.ActiveAsync(old.ContentItemId, ct)).Where(row => !row.Published))
        {
            draft.Latest = false;
        }

        var item = old.ToItem();
        (item.ContentItemVersionId, item.PublishedUtc) = (ContentId.New(), null);
        await SaveDraftAsync(item, ct);
        return item;
    }

    /// <summary>Stages an edit or a publication.</summary>
    private async Task<Staged> StageAsync(ContentItem item, ContentAct act, CancellationToken ct)
    {
        var type = definitions.FindType(item.ContentType);
        var isNew = made.Remove(item.ContentItemId);
        var rows = isNew ? [] : await db.ActiveAsync(item.ContentItemId, ct);
        var change = new ContentChange(item, type, act) { IsNew = isNew, Stored = rows, Before = ContentBefore.Of(rows) };
        await handlers.ChangingAsync(change, ct);

        var (latest, published) = (rows.Find(row => row.Latest), rows.Find(row => row.Published));
        var now = clock.UtcNow();
        item.CreatedUtc ??= latest?.CreatedUtc ?? published?.CreatedUtc ?? now;
        item.ModifiedUtc = now;
        (item.Latest, item.Published) = (true, act == ContentAct.Publish);

        var target = Target(item, latest, type);
        if (act == ContentAct.Publish)
        {
            item.PublishedUtc = now;
            if (published is not null && published != target)
            {
                published.Published = false;
            }
        }

        if (latest is not null && latest != target)
        {
            latest.Latest = false;
        }

        if (act == ContentAct.SaveDraft && target is { Published: true })
        {
            // The only version of such a type: readers lose it, and whatever shows it must know.
            await UnpublishAsync(item.ContentItemId, ct);
            item.PublishedUtc = null;
        }

        var before = latest?.Json;
        var row = target ?? db.Add(item.ToNewRow()).Entity;
        item.ContentItemVersionId = row.ContentItemVersionId;
        row.Take(item);
        await handlers.ChangedAsync(change, ct);
        return new Staged(act == ContentAct.Publish && published is null, before is null ? ContentWrite.Created
            : before == row.Json ? ContentWrite.Nothing
            : target is null ? ContentWrite.Versioned : ContentWrite.Updated);
    }

    /// <param name="First">Readers had no version before.</param>
    private readonly record struct Staged(bool First, ContentWrite Write);

    /// <summary>The row that takes the edit: the draft itself; for a published version of a versionable type a new row (null).</summary>
    private static ContentRow? Target(ContentItem item, ContentRow? latest, ContentTypeDefinition? type)
    {
        if (latest is null)
        {
            return null;
        }

        if (!latest.Published || type is { Options.Versionable: false })
        {
            return latest;
        }

        // Published versions alone have a date of publication.
        (item.ContentItemVersionId, item.PublishedUtc) = (ContentId.New(), null);
        return null;
    }

    private Task ChangedAsync(ContentItem item, ContentAct act, CancellationToken ct) =>
        handlers.ChangedAsync(new ContentChange(item, definitions.FindType(item.ContentType), act), ct);

    private IQueryable<ContentRow> Rows(ContentVersion which) =>
        db.Set<ContentRow>().AsNoTracking().Where(row => which == ContentVersion.Latest ? row.Latest : row.Published);
}
