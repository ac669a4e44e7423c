using EssConsult.Content.Display;
using EssConsult.Content.Items;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>The items that a list holds, and their order.</summary>
internal sealed class ListChildren(SiteDb db, IContentStore store, IContentDefinitions definitions)
{
    private const int MaxShown = 200;

    public async Task<ChildrenView?> OfAsync(ContentItem item, ContentTypeDefinition type, CancellationToken ct)
    {
        if (type.FindPart("ListPart") is not { } part)
        {
            return null;
        }

        var settings = part.Settings.Read<ListPartSettings>() ?? new ListPartSettings();
        var rows = await Rows(item.ContentItemId).Take(MaxShown).ToListAsync(ct);
        return new ChildrenView([.. rows.Select(row => row.ToItem())], [.. settings.ContainedContentTypes.Select(name => (name, definitions.FindType(name)?.DisplayName ?? name))], settings.EnableOrdering);
    }

    /// <summary>Moves a child one place and numbers all anew; a published child stays published.</summary>
    public async Task MoveAsync(ContentItem list, string childId, int step, CancellationToken ct)
    {
        var children = (await Rows(list.ContentItemId).ToListAsync(ct)).ConvertAll(row => row.ToItem());
        var index = children.FindIndex(child => child.ContentItemId == childId);
        if (index < 0 || index + step < 0 || index + step >= children.Count)
        {
            return;
        }

        (children[index], children[index + step]) = (children[index + step], children[index]);
        for (var order = 0; order < children.Count; order++)
        {
            var part = children[order].Part<ContainedPart>()!;
            if (part.Order != order)
            {
                children[order].Put(part with { Order = order });
                await (children[order].Published ? store.PublishAsync(children[order], ct) : store.SaveDraftAsync(children[order], ct));
            }
        }
    }

    private IQueryable<ContentRow> Rows(string listId) => db.Set<ContentRow>().AsNoTracking().Where(row => row.Latest && row.ListContentItemId == listId)
        .OrderBy(row => row.ListOrder).ThenByDescending(row => row.PublishedUtc).ThenBy(row => row.ContentItemId);
}
