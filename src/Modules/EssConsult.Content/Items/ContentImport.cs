using System.Text.Json.Nodes;
using EssConsult.Content.Routing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Items;

/// <summary>Takes items as recipes state them (§3.3 of the formats).</summary>
internal sealed class ContentImport(SiteDb db, IContentDefinitions definitions, ContentHandlers handlers, TimeProvider clock)
{
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
            ContainedRoutes.Complete(item);
            if (Same(known, item))
            {
                return false;
            }
        }

        var dates = (item.CreatedUtc, item.ModifiedUtc, item.PublishedUtc);
        item.ContentItemVersionId = item.ContentItemVersionId.Length == 0 ? ContentId.New() : item.ContentItemVersionId;
        var type = definitions.FindType(item.ContentType);
        var change = new ContentChange(item, type, ContentAct.Import);
        await handlers.ChangingAsync(change, ct);

        await EvictAsync(item, ct);
        var now = clock.UtcNow();
        (item.CreatedUtc, item.ModifiedUtc) = (dates.CreatedUtc ?? now, dates.ModifiedUtc ?? now);
        item.PublishedUtc = item.Published ? dates.PublishedUtc ?? now : dates.PublishedUtc;
        var first = known is not { Published: true };
        var write = known is null ? ContentWrite.Created : ContentWrite.Updated;
        known ??= db.Add(item.ToNewRow()).Entity;
        known.Take(item);
        await handlers.ChangedAsync(change, ct);
        db.Publish(item.Published ? new ContentPublished(item.ContentItemId, item.ContentType, first, write) : new ContentDraftSaved(item.ContentItemId, item.ContentType, write));
        return true;
    }

    /// <summary>An imported published version evicts every other active one; an imported draft only the previous latest.</summary>
    private async Task EvictAsync(ContentItem item, CancellationToken ct)
    {
        foreach (var row in (await db.ActiveAsync(item.ContentItemId, ct)).Where(row => row.ContentItemVersionId != item.ContentItemVersionId))
        {
            row.Latest &= !item.Latest && !item.Published;
            row.Published &= !item.Published;
        }
    }

    /// <summary>All but the flags (§3.3 of the formats), and but the dates: recipes state the moment at which they run, and playing one again must change nothing.</summary>
    private static bool Same(ContentRow known, ContentItem item) =>
        known.DisplayText == item.DisplayText && known.ContentType == item.ContentType && known.Owner == item.Owner && known.Author == item.Author
        && JsonNode.DeepEquals(JsonNode.Parse(known.Json), item.Content);
}
