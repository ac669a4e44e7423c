using EssConsult.Search.Indexing;
using EssConsult.Search.Querying;

namespace EssConsult.Search.Features;

internal sealed record FacetChoice(string Value, string Name, int Count, bool IsChosen);

/// <param name="Hit">What was found.</param>
/// <param name="Type">The name of its type; null when nobody names it.</param>
/// <param name="Sector">The name of its first sector.</param>
internal sealed record HitView(Hit Hit, string? Type, string? Sector);

internal sealed record FacetGroup(SearchFacet Facet, IReadOnlyList<FacetChoice> Choices);

/// <summary>What readers see of the facets: names instead of ids, the most frequent first.</summary>
internal sealed class FacetChoices(IEnumerable<SearchFacet> facets, IEnumerable<IFacetNames> names)
{
    private const int MostChoices = 12;
    private const int MostChosen = 20;
    private const int LongestValue = 100;

    public IReadOnlyList<SearchFacet> Facets { get; } = [.. facets.OrderBy(facet => facet.Order)];

    /// <summary>The chosen values of an address's query, by facet; a value that nobody names is not a choice.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ChosenAsync(Func<string, IEnumerable<string?>> query, CancellationToken ct)
    {
        var chosen = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var facet in Facets)
        {
            var values = new List<string>();
            foreach (var value in query(facet.Parameter).OfType<string>().Distinct().Take(MostChosen))
            {
                if (await NameAsync(facet, value, ct) is not null)
                {
                    values.Add(value);
                }
            }

            if (values.Count > 0)
            {
                chosen[facet.Name] = values;
            }
        }

        return chosen;
    }

    public async Task<IReadOnlyList<FacetGroup>> GroupAsync(SearchResults results, IReadOnlyDictionary<string, IReadOnlyList<string>> chosen, CancellationToken ct)
    {
        var groups = new List<FacetGroup>();
        foreach (var facet in Facets)
        {
            var choices = await ChoicesAsync(facet, results.Facets.GetValueOrDefault(facet.Name) ?? [], chosen.GetValueOrDefault(facet.Name) ?? [], ct);
            if (choices.Count > 1 || choices.Any(choice => choice.IsChosen))
            {
                groups.Add(new FacetGroup(facet, choices));
            }
        }

        return groups;
    }

    public async Task<IReadOnlyList<HitView>> DescribeAsync(IReadOnlyList<Hit> hits, CancellationToken ct)
    {
        var described = new List<HitView>(hits.Count);
        foreach (var hit in hits)
        {
            described.Add(new HitView(hit, await NameAsync(DocumentFields.TypeFacet, hit.Kind, ct), hit.Sector is null ? null : await NameAsync("sector", hit.Sector, ct)));
        }

        return described;
    }

    private async ValueTask<string?> NameAsync(SearchFacet facet, string value, CancellationToken ct) =>
        facet.ShowsValues ? (value.Length is > 0 and <= LongestValue ? value : null) : await NameAsync(facet.Name, value, ct);

    private async ValueTask<string?> NameAsync(string facet, string value, CancellationToken ct)
    {
        foreach (var known in names)
        {
            if (await known.FindAsync(facet, value, ct) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private async Task<List<FacetChoice>> ChoicesAsync(SearchFacet facet, Dictionary<string, int> counts, IReadOnlyList<string> chosen, CancellationToken ct)
    {
        var choices = new List<FacetChoice>();
        foreach (var value in counts.Keys.Union(chosen))
        {
            if (await NameAsync(facet, value, ct) is { } name)
            {
                choices.Add(new FacetChoice(value, name, counts.GetValueOrDefault(value), chosen.Contains(value)));
            }
        }

        var ordered = facet.NewestFirst
            ? choices.OrderByDescending(choice => choice.Value, StringComparer.Ordinal)
            : choices.OrderByDescending(choice => choice.Count).ThenBy(choice => choice.Name, StringComparer.CurrentCulture);
        return [.. ordered.Where((choice, place) => choice.IsChosen || place < MostChoices)];
    }
}
