using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Items;

/// <summary>Between the row and the item.</summary>
internal static class ContentRows
{
    private static readonly CompiledQuery<Func<SiteDb, string, IAsyncEnumerable<ContentRow>>> Active = new(() => EF.CompileAsyncQuery(
        (SiteDb db, string contentItemId) => db.Set<ContentRow>().Where(row => row.ContentItemId == contentItemId && (row.Latest || row.Published))));

    private static readonly CompiledQuery<Func<SiteDb, string, CancellationToken, Task<ContentRow?>>> Latest = new(() => EF.CompileAsyncQuery(
        (SiteDb db, string contentItemId, CancellationToken ct) => db.Set<ContentRow>().AsNoTracking().FirstOrDefault(row => row.ContentItemId == contentItemId && row.Latest)));

    private static readonly CompiledQuery<Func<SiteDb, string, CancellationToken, Task<ContentRow?>>> Published = new(() => EF.CompileAsyncQuery(
        (SiteDb db, string contentItemId, CancellationToken ct) => db.Set<ContentRow>().AsNoTracking().FirstOrDefault(row => row.ContentItemId == contentItemId && row.Published)));

    public static ContentItem ToItem(this ContentRow row) => new()
    {
        ContentItemId = row.ContentItemId,
        ContentItemVersionId = row.ContentItemVersionId,
        ContentType = row.ContentType,
        DisplayText = row.DisplayText,
        Latest = row.Latest,
        Published = row.Published,
        CreatedUtc = row.CreatedUtc,
        ModifiedUtc = row.ModifiedUtc,
        PublishedUtc = row.PublishedUtc,
        Owner = row.Owner,
        Author = row.Author,
        Content = (JsonObject)JsonNode.Parse(row.Json)!,
    };

    public static ContentRow ToNewRow(this ContentItem item) => new()
    {
        ContentItemId = item.ContentItemId,
        ContentItemVersionId = item.ContentItemVersionId,
        ContentType = item.ContentType,
        Json = "{}",
    };

    public static void Take(this ContentRow row, ContentItem item)
    {
        row.DisplayText = item.DisplayText;
        row.Path = item.Part<AutoroutePart>() is { Disabled: false, Path: { Length: > 0 } path } ? path.Trim('/') : null;
        var list = item.Part<ContainedPart>();
        (row.ListContentItemId, row.ListOrder) = (list?.ListContentItemId, list?.Order ?? 0);
        (row.Latest, row.Published) = (item.Latest, item.Published);
        (row.Owner, row.Author) = (item.Owner, item.Author);
        (row.CreatedUtc, row.ModifiedUtc, row.PublishedUtc) = (item.CreatedUtc ?? default, item.ModifiedUtc, item.PublishedUtc);
        row.Json = item.Content.ToJsonString(ContentItem.Json);
    }

    /// <summary>One version of an item, untracked.</summary>
    public static Task<ContentRow?> VersionAsync(this SiteDb db, string contentItemId, ContentVersion which, CancellationToken ct) =>
        (which == ContentVersion.Latest ? Latest : Published).For(db)(db, contentItemId, ct);

    /// <summary>The versions of an item that are latest or published, stored or staged.</summary>
    public static async Task<List<ContentRow>> ActiveAsync(this SiteDb db, string contentItemId, CancellationToken ct)
    {
        var stored = await Active.For(db)(db, contentItemId).ToListAsync(ct);
        return [.. stored.Union(db.Set<ContentRow>().Local.Where(row => row.ContentItemId == contentItemId)).Where(row => row.Latest || row.Published)];
    }
}
