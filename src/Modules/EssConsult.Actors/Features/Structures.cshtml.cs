using EssConsult.Actors.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Actors.Features;

[Public]
[CachedForVisitors]
internal sealed class StructuresModel(ListActorsHandler list, CacheTags tags) : PageModel
{
    public ActorFilter Filter { get; private set; } = new();

    public ActorPage Found { get; private set; } = null!;

    public async Task OnGetAsync(string? q, ActorFamily? famille, string? secteur, string? commune, int p, CancellationToken ct)
    {
        Filter = new ActorFilter(Clean(q), famille, Clean(secteur), Clean(commune));
        Found = await list.HandleAsync(Filter, p, ct);
        tags.Add(EvictActorPages.List);
    }

    public string Link(ActorFilter filter, int page = 1)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("q", filter.Text), ("famille", filter.Family?.ToString()), ("secteur", filter.Sector), ("commune", filter.Commune), ("p", page > 1 ? $"{page}" : null) })
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return Url.Content("~/structures") + query.ToQueryString();
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
