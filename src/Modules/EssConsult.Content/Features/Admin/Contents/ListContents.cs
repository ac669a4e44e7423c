using EssConsult.Content.Permits;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>One page of the list of contents, in two queries whatever its length.</summary>
internal sealed class ListContents(SiteDb db, IContentDefinitions definitions, ContentPermits permits)
{
    public async Task<ContentPage> HandleAsync(ContentFilter filter, CancellationToken ct)
    {
        var types = definitions.Types.Where(type => type.Options.Listable && permits.CanList(type.Name)).ToDictionary(type => type.Name, type => type.DisplayName);
        var names = types.Keys.Where(name => string.IsNullOrEmpty(filter.Type) || name == filter.Type).ToList();
        var rows = InState(filter.State).Where(row => names.Contains(row.ContentType))
            .Containing(db, filter.Text, row => row.DisplayText)
            .Containing(db, filter.Author, row => row.Author);

        var total = await rows.CountAsync(ct);
        var all = db.Set<ContentRow>();
        var page = await Sorted(rows, filter.Sort).Skip((Math.Max(1, filter.Page) - 1) * filter.PageSize).Take(filter.PageSize)
            .Select(row => new
            {
                row.ContentItemId, row.ContentType, row.DisplayText, row.Author, row.Owner, row.Path, Modified = row.ModifiedUtc ?? row.CreatedUtc, row.Latest, row.Published,
                HasPublished = row.Published || all.Any(other => other.ContentItemId == row.ContentItemId && other.Published),
            })
            .ToListAsync(ct);
        return new ContentPage(
            [.. page.Select(row => new ContentLine(row.ContentItemId, row.ContentType, row.DisplayText, row.Author, row.Owner, row.Path, row.Modified, row.Latest, row.Published, row.HasPublished)
            {
                TypeName = types[row.ContentType],
            })],
            total, filter);
    }

    private IQueryable<ContentRow> InState(string? state)
    {
        var rows = db.Set<ContentRow>().AsNoTracking();
        return state switch
        {
            "publie" => rows.Where(row => row.Published),
            "brouillon" => rows.Where(row => row.Latest && !row.Published && !rows.Any(other => other.ContentItemId == row.ContentItemId && other.Published)),
            "modifie" => rows.Where(row => row.Latest && !row.Published && rows.Any(other => other.ContentItemId == row.ContentItemId && other.Published)),

            // A removed item has no active version; its last one stands for it.
            "supprime" => rows.Where(row => !row.Latest && !row.Published && !rows.Any(other => other.ContentItemId == row.ContentItemId && (other.Latest || other.Published || other.ModifiedUtc > row.ModifiedUtc))),
            _ => rows.Where(row => row.Latest),
        };
    }

    private static IOrderedQueryable<ContentRow> Sorted(IQueryable<ContentRow> rows, string? sort) => sort switch
    {
        "titre" => rows.OrderBy(row => row.DisplayText).ThenBy(row => row.ContentItemId),
        "creation" => rows.OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.ContentItemId),
        _ => rows.OrderByDescending(row => row.ModifiedUtc).ThenBy(row => row.ContentItemId),
    };
}
