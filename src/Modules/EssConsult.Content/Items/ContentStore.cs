using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Items;

internal sealed class ContentStore(SiteDb db, IContentDefinitions definitions, IEnumerable<IContentHandler> handlers, TimeProvider clock) : IContentStore
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
        await Rows(which).FirstOrDefaultAsync(row => row.ContentItemId == contentItemId, ct) is { } row ? row.ToItem() : null;

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
        await StageAsync(item, ContentAct.SaveDraft, ct);
        db.Publish(new ContentDraftSaved(item.ContentItemId, item.ContentType));
    }

    public async Task PublishAsync(ContentItem item, CancellationToken ct)
    {
        var first = await StageAsync(item, ContentAct.Publish, ct);
        db.Publish(new ContentPublished(item.ContentItemId, item.ContentType, first));
    }

    public async Task DropDraftAsync(string contentItemId, CancellationToken ct)
    {
        var rows = await ActiveAsync(contentItemId, ct);
        if (rows.Find(row => row.Published) is { Latest: false } published && rows.Find(row => row.Latest) is { } draft)
        {
            (draft.Latest, published.Latest) = (false, true);
            await ChangedAsync(published.ToItem(), ContentAct.DropDraft, ct);
        }
    }

    public async Task UnpublishAsync(string contentItemId, CancellationToken ct)
    {
        var rows = await ActiveAsync(contentItemId, ct);
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
        var rows = await ActiveAsync(contentItemId, ct);
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

    public async Task EraseAsync(string contentItemId, CancellationToken ct)
    {
        var versions = db.Set<ContentRow>().Where(row => row.ContentItemId == contentItemId);
        if (await versions.Select(row => row.ContentType).FirstOrDefaultAsync(ct) is { } type)
        {
            if (!await versions.AnyAsync(row => row.PublishedUtc != null, ct))
            {
                // Nobody ever read it there: the words of its title need not stay as an address.
                await db.Set<Routing.PathRow>().Where(path => path.ContentItemId == contentItemId).ExecuteDeleteAsync(ct);
            }

            // The index and kept pages must forget it too.
            db.Publish(new ContentRemoved(contentItemId, type));
            await versions.ExecuteDeleteAsync(ct);
            await db.Set<Taxonomies.TermUse>().Where(use => use.ContentItemId == contentItemId).ExecuteDeleteAsync(ct);
            await db.Set<Media.MediaUse>().Where(use => use.ContentItemId == contentItemId).ExecuteDeleteAsync(ct);
        }
    }

    public async Task ForgetPersonAsync(string personId, CancellationToken ct)
    {
        await db.Set<ContentRow>().Where(row => row.Owner == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, (string?)null).SetProperty(row => row.Author, (string?)null), ct);
        await db.Set<Media.MediaRow>().Where(row => row.OwnerId == personId).ExecuteUpdateAsync(set => set.SetProperty(row => row.OwnerId, (string?)null), ct);
    }

    public Task RenamePersonAsync(string personId, string name, CancellationToken ct) =>
        db.Set<ContentRow>().Where(row => row.Owner == personId && row.Author != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Author, name), ct);

    public async Task<ContentItem?> RestoreAsync(string contentItemVersionId, CancellationToken ct)
    {
        var old = await db.Set<ContentRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemVersionId == contentItemVersionId, ct);
        if (old is null)
        {
            return null;
        }

        // What was being written stays in the history: the restored text gets a row of its own.
        foreach (var draft in (await ActiveAsync(old.ContentItemId, ct)).Where(row => !row.Published))
        {
            draft.Latest = false;
        }

        var item = old.ToItem();
        (item.ContentItemVersionId, item.PublishedUtc) = (ContentId.New(), null);
        await SaveDraftAsync(item, ct);
        return item;
    }

    public async Task<bool> ImportAsync(ContentItem item, CancellationToken ct)
    {
        if (item.ContentItemId.Length == 0)
        {
            throw new RuleException("content.id-missing", "Un contenu à importer n’a pas d’identifiant.");
        }

        var known = item.ContentItemVersionId.Length == 0 ? null
            : await db.Set<ContentRow>().FirstOrDefaultAsync(row => row.ContentItemVersionId == item.ContentItemVersionId, ct);
        if (known is not null && known.ContentItemId != item.ContentItemId)
        {
            throw new RuleException("content.version-elsewhere", "La version « {0} » est déjà celle d’un autre contenu.", item.ContentItemVersionId);
        }

        if (known is not null)
        {
            // What the site itself completed (an address, a title) is not in the recipe, and is no difference.
            item = item with
            {
                DisplayText = item.DisplayText ?? known.DisplayText,
                Owner = item.Owner ?? known.Owner,
                Author = item.Author ?? known.Author,
                CreatedUtc = item.CreatedUtc ?? known.CreatedUtc,
                Content = ((JsonObject)JsonNode.Parse(known.Json)!).Take(item.Content),
            };
            Routing.ContainedRoutes.Complete(item);
            if (Same(known, item))
            {
                return false;
            }
        }

        var dates = (item.CreatedUtc, item.ModifiedUtc, item.PublishedUtc);
        item.ContentItemVersionId = item.ContentItemVersionId.Length == 0 ? ContentId.New() : item.ContentItemVersionId;
        var type = definitions.FindType(item.ContentType);
        var change = new ContentChange(item, type, ContentAct.Import);
        await ChangingAsync(change, ct);

        await EvictAsync(item, ct);
        var now = clock.UtcNow();
        (item.CreatedUtc, item.ModifiedUtc) = (dates.CreatedUtc ?? now, dates.ModifiedUtc ?? now);
        item.PublishedUtc = item.Published ? dates.PublishedUtc ?? now : dates.PublishedUtc;
        var first = known is not { Published: true };
        known ??= db.Add(item.ToNewRow()).Entity;
        known.Take(item);
        await NotifyChangedAsync(change, ct);
        db.Publish(item.Published ? new ContentPublished(item.ContentItemId, item.ContentType, first) : new ContentDraftSaved(item.ContentItemId, item.ContentType));
        return true;
    }

    /// <summary>Stages an edit or a publication. Returns whether the item had never been published.</summary>
    private async Task<bool> StageAsync(ContentItem item, ContentAct act, CancellationToken ct)
    {
        var type = definitions.FindType(item.ContentType);
        var isNew = made.Remove(item.ContentItemId);
        var rows = isNew ? [] : await ActiveAsync(item.ContentItemId, ct);
        var change = new ContentChange(item, type, act) { IsNew = isNew, Stored = rows, KnowsStored = true };
        await ChangingAsync(change, ct);

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

        target ??= db.Add(item.ToNewRow()).Entity;
        item.ContentItemVersionId = target.ContentItemVersionId;
        target.Take(item);
        await NotifyChangedAsync(change, ct);
        return act == ContentAct.Publish && published is null;
    }

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

    /// <summary>An imported published version evicts every other active one; an imported draft only the previous latest.</summary>
    private async Task EvictAsync(ContentItem item, CancellationToken ct)
    {
        foreach (var row in (await ActiveAsync(item.ContentItemId, ct)).Where(row => row.ContentItemVersionId != item.ContentItemVersionId))
        {
            row.Latest &= !item.Latest && !item.Published;
            row.Published &= !item.Published;
        }
    }

    private async Task<List<ContentRow>> ActiveAsync(string contentItemId, CancellationToken ct)
    {
        var stored = await db.Set<ContentRow>().Where(row => row.ContentItemId == contentItemId && (row.Latest || row.Published)).ToListAsync(ct);
        return [.. stored.Union(db.Set<ContentRow>().Local.Where(row => row.ContentItemId == contentItemId)).Where(row => row.Latest || row.Published)];
    }

    private Task ChangedAsync(ContentItem item, ContentAct act, CancellationToken ct) =>
        NotifyChangedAsync(new ContentChange(item, definitions.FindType(item.ContentType), act), ct);

    private async Task ChangingAsync(ContentChange change, CancellationToken ct)
    {
        foreach (var handler in handlers.OrderBy(handler => handler.Order))
        {
            await handler.ChangingAsync(change, ct);
        }
    }

    private async Task NotifyChangedAsync(ContentChange change, CancellationToken ct)
    {
        foreach (var handler in handlers.OrderBy(handler => handler.Order))
        {
            await handler.ChangedAsync(change, ct);
        }
    }

    private IQueryable<ContentRow> Rows(ContentVersion which) =>
        db.Set<ContentRow>().AsNoTracking().Where(row => which == ContentVersion.Latest ? row.Latest : row.Published);

    /// <summary>All but the flags (§3.3 of the formats), and but the dates: recipes state the moment at which they run, and playing one again must change nothing.</summary>
    private static bool Same(ContentRow known, ContentItem item) =>
        known.DisplayText == item.DisplayText && known.ContentType == item.ContentType && known.Owner == item.Owner && known.Author == item.Author
        && JsonNode.DeepEquals(JsonNode.Parse(known.Json), item.Content);
}
