using System.Text.Json.Nodes;
using EssConsult.Content.Display;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Taxonomies;

/// <summary>Keeps the index of terms for the published version of every item.</summary>
internal sealed class TermHandler(SiteDb db) : IContentHandler
{
    public async Task ChangedAsync(ContentChange change, CancellationToken ct)
    {
        if (!change.Item.Published && change.Act is ContentAct.SaveDraft or ContentAct.Import)
        {
            return;
        }

        var wanted = change.Act is ContentAct.Unpublish or ContentAct.Remove ? [] : Terms(change.Item);
        List<TermUse> stored = change.Before is { IsPublished: false } ? [] : await db.Set<TermUse>().Where(use => use.ContentItemId == change.Item.ContentItemId).ToListAsync(ct);
        stored = [.. stored.Union(db.Set<TermUse>().Local.Where(use => use.ContentItemId == change.Item.ContentItemId))];
        db.RemoveRange(stored.Where(use => !wanted.Contains(use.TermContentItemId)));
        db.AddRange(wanted.Except(stored.Select(use => use.TermContentItemId)).Select(term => new TermUse { TermContentItemId = term, ContentItemId = change.Item.ContentItemId }));
        if (stored.Select(use => use.TermContentItemId).Union(wanted).ToArray() is { Length: > 0 } touched)
        {
            db.Publish(new TermsUsed(change.Item.ContentItemId, touched));
        }
    }

    // Every object with this member is a taxonomy field, whatever part carries it and whether its definition is still there.
    private static HashSet<string> Terms(ContentItem item) =>
    [
        .. item.Content.Select(part => part.Value).OfType<JsonObject>()
            .SelectMany(part => part.Select(field => field.Value)).OfType<JsonObject>()
            .SelectMany(field => field["TermContentItemIds"] as JsonArray ?? []).Select(id => id?.ToString()).OfType<string>(),
    ];
}
