using EssConsult.Actors.Contracts;
using EssConsult.Content.Contracts;
using EssConsult.Search.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Actors;

/// <summary>Lets readers find the published structures, by name, commune and description.</summary>
internal sealed class ActorSearchSource(SiteDb db, IMarkup markup) : ISearchSource
{
    public const string Structure = nameof(Structure);
    private const int Batch = 500;

    public string Kind => "structure";

    public async Task<SearchDocument?> ReadAsync(string id, CancellationToken ct) => (await ReadManyAsync([id], ct)).SingleOrDefault();

    public async Task<IReadOnlyList<SearchDocument>> ReadManyAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var wanted = ids.Select(id => Guid.TryParse(id, out var guid) ? guid : Guid.Empty).ToList();
        var actors = await Published().Where(actor => wanted.Contains(actor.Id)).ToListAsync(ct);
        return [.. actors.Select(Document)];
    }

    public async IAsyncEnumerable<SearchDocument> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (last, count) = (string.Empty, Batch);
        while (count == Batch)
        {
            var after = last;
            var actors = await Published().Where(actor => actor.Slug.CompareTo(after) > 0).OrderBy(actor => actor.Slug).Take(Batch).ToListAsync(ct);
            foreach (var actor in actors)
            {
                yield return Document(actor);
            }

            (last, count) = (actors.LastOrDefault()?.Slug ?? last, actors.Count);
        }
    }

    public IEnumerable<string> IdsTouchedBy(OutboxEvent happened) =>
        (happened.Is<ActorPublished>() || happened.Is<ActorChanged>() || happened.Is<ActorArchived>()) && happened.Subject is { } id ? [id] : [];

    private IQueryable<Actor> Published() => db.Set<Actor>().AsNoTracking().Published();

    private SearchDocument Document(Actor actor) => new()
    {
        Id = actor.Id.ToString(),
        Kind = Structure,
        Title = actor.Name,
        Body = string.Join('\n', new[] { actor.Commune, markup.PlainText(actor.Description) }.Where(text => !string.IsNullOrEmpty(text))),
        Url = actor.Path.TrimStart('/'),
        Facets = actor.SectorId is { } sector ? new Dictionary<string, IReadOnlyList<string>> { ["sector"] = [sector] } : [],
        Demo = actor.IsDemo,
    };
}

/// <summary>What the search page calls this kind of result.</summary>
internal sealed class ActorFacetNames(IStringLocalizer words) : IFacetNames
{
    public ValueTask<string?> FindAsync(string facet, string value, CancellationToken ct) =>
        ValueTask.FromResult(value == ActorSearchSource.Structure ? words["Structures"].Value : null);
}
