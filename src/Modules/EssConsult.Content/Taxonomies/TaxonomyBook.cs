using System.Collections.Frozen;
using System.Text.Json.Nodes;
using EssConsult.Content.Items;
using EssConsult.Content.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EssConsult.Content.Taxonomies;

/// <summary>The published taxonomies in memory, read anew on every node when one changes.</summary>
internal sealed class TaxonomyBook(IServiceScopeFactory scopes, ILogger<TaxonomyBook> log) : IBook, ITaxonomies
{
    private volatile Snapshot current = Snapshot.Of([]);

    public string Name => "taxonomies";

    public IReadOnlyList<Taxonomy> All => current.All;

    public Taxonomy? Find(string aliasOrId) => current.Taxonomies.GetValueOrDefault(aliasOrId);

    public Term? FindTerm(string termContentItemId) => current.Terms.GetValueOrDefault(termContentItemId);

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => happened.ConcernsPublished("Taxonomy")))
        {
            await LoadAsync(ct);
        }
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<ContentRow>().AsNoTracking()
            .Where(row => row.Published && row.ContentType == "Taxonomy").OrderBy(row => row.CreatedUtc).ThenBy(row => row.ContentItemId).Take(500).ToListAsync(ct);
        current = Snapshot.Of([.. rows.Select(row => log.ReadOrSkip(row.ContentItemId, () => Read(row.ToItem()))).OfType<Taxonomy>()]);
    }

    private Taxonomy Read(ContentItem item)
    {
        var terms = new List<Term>();
        Collect((item.Content["TaxonomyPart"] as JsonObject)?["Terms"] as JsonArray, 0, null, terms);
        var name = item.DisplayText ?? string.Empty;
        return new Taxonomy(item.ContentItemId, item.Part<AliasPart>()?.Alias is { Length: > 0 } alias ? alias : Slug.Of(name), name, terms);
    }

    private void Collect(JsonArray? items, int depth, string? parent, List<Term> into)
    {
        foreach (var json in items?.OfType<JsonObject>() ?? [])
        {
            if (log.ReadOrSkip(json, () => ReadTerm(json.ReadContentItem(), depth, parent)) is { } term)
            {
                into.Add(term);
                Collect(json["Terms"] as JsonArray, depth + 1, term.Id, into);
            }
        }
    }

    private static Term ReadTerm(ContentItem item, int depth, string? parent)
    {
        var name = item.DisplayText ?? item.Part<TitlePart>()?.Title ?? item.ContentItemId;
        var slug = item.Part<AutoroutePart>()?.Path is { Length: > 0 } path ? path.Trim('/') : Slug.Of(name);
        return new Term(item.ContentItemId, name, slug[(slug.LastIndexOf('/') + 1)..], depth, parent, item);
    }

    private sealed record Snapshot(IReadOnlyList<Taxonomy> All, FrozenDictionary<string, Taxonomy> Taxonomies, FrozenDictionary<string, Term> Terms)
    {
        public static Snapshot Of(IReadOnlyList<Taxonomy> all) => new(
            all,
            all.SelectMany(taxonomy => new[] { (Key: taxonomy.ContentItemId, taxonomy), (Key: taxonomy.Alias, taxonomy) }).DistinctBy(entry => entry.Key).ToFrozenDictionary(entry => entry.Key, entry => entry.taxonomy),
            all.SelectMany(taxonomy => taxonomy.Terms).DistinctBy(term => term.Id).ToFrozenDictionary(term => term.Id));
    }
}
