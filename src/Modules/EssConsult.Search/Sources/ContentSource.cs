using System.Runtime.CompilerServices;
using EssConsult.Content.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Search.Sources;

/// <summary>Every published item of a listable type that has a page, or stands on the page of the list that holds it.</summary>
internal sealed class ContentSource(SiteDb db, IContentDefinitions definitions, ContentText text) : ISearchSource
{
    private const int Batch = 500;

    public string Kind => "content";

    public async Task<SearchDocument?> ReadAsync(string id, CancellationToken ct) => (await ReadManyAsync([id], ct)).SingleOrDefault();

    public async Task<IReadOnlyList<SearchDocument>> ReadManyAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var types = IndexedTypes();
        var found = new List<SearchDocument>(ids.Count);
        foreach (var chunk in ids.Chunk(Batch))
        {
            var rows = await Published(types).Where(row => chunk.Contains(row.ContentItemId)).ToListAsync(ct);
            found.AddRange(await DocumentsAsync(rows, types, ct));
        }

        return found;
    }

    public async IAsyncEnumerable<SearchDocument> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var types = IndexedTypes();
        var (last, count) = (string.Empty, Batch);
        while (count == Batch)
        {
            var after = last;
            var rows = await Published(types).Where(row => row.ContentItemVersionId.CompareTo(after) > 0)
                .OrderBy(row => row.ContentItemVersionId).Take(Batch).ToListAsync(ct);
            foreach (var document in await DocumentsAsync(rows, types, ct))
            {
                yield return document;
            }

            (last, count) = (rows.LastOrDefault()?.ContentItemVersionId ?? last, rows.Count);
        }
    }

    public IEnumerable<string> IdsTouchedBy(OutboxEvent happened) =>
        (happened.Is<ContentPublished>() || happened.Is<ContentUnpublished>() || happened.Is<ContentRemoved>()) && happened.Subject is { } id ? [id] : [];

    /// <summary>A type may have become listable, a part may have gone.</summary>
    public bool TouchesAll(OutboxEvent happened) => happened.Is<ContentDefinitionChanged>();

    private IQueryable<ContentRow> Published(Dictionary<string, ContentTypeDefinition> types)
    {
        var names = types.Keys.ToList();
        return db.Set<ContentRow>().AsNoTracking().Where(row => row.Published && names.Contains(row.ContentType));
    }

    private async Task<List<SearchDocument>> DocumentsAsync(List<ContentRow> rows, Dictionary<string, ContentTypeDefinition> types, CancellationToken ct)
    {
        var items = rows.Select(row => new IndexedItem(row)).Where(item => item.Title is { Length: > 0 }).ToList();
        var around = await AroundAsync(items, ct);
        return [.. items.Select(item => text.ToDocument(item, types[item.Type], around)).OfType<SearchDocument>()];
    }

    /// <summary>The published lists and démarches that the items belong to, in one query.</summary>
    private async Task<Dictionary<string, IndexedItem>> AroundAsync(List<IndexedItem> items, CancellationToken ct)
    {
        var ids = items.SelectMany(item => new[] { item.Path is null ? item.ListId : null, item.ProcessId }).OfType<string>().Distinct().ToList();
        return ids.Count == 0
            ? []
            : await db.Set<ContentRow>().AsNoTracking().Where(row => row.Published && ids.Contains(row.ContentItemId))
                .ToDictionaryAsync(row => row.ContentItemId, row => new IndexedItem(row), ct);
    }

    /// <summary>Listable types; those that only arrange others (menus, lists of themes) hold nothing to find.</summary>
    private Dictionary<string, ContentTypeDefinition> IndexedTypes() => definitions.Types
        .Where(type => type.Options.Listable && type.FindPart("MenuItemsListPart") is null && type.FindPart("TaxonomyPart") is null)
        .ToDictionary(type => type.Name);
}
