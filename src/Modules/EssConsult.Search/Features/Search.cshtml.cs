using System.Globalization;
using EssConsult.Search.Indexing;
using EssConsult.Search.Querying;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Search.Features;

/// <summary>Everything is in the address: a search can be kept, shared and gone back to.</summary>
[Public]
internal sealed class SearchModel(SearchHandler search, FacetChoices choices, IndexBuild build) : PageModel
{
    private IReadOnlyDictionary<string, IReadOnlyList<string>> chosen = new Dictionary<string, IReadOnlyList<string>>();

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "tri")]
    public string? Order { get; set; }

    public int PageNumber { get; private set; }

    public SearchResults Results { get; private set; } = SearchResults.None;

    public IReadOnlyList<FacetGroup> Facets { get; private set; } = [];

    public IReadOnlyList<HitView> Hits { get; private set; } = [];

    /// <summary>Documents indexed so far while the index is being built.</summary>
    public int? Building => build.Progress;

    public bool ByDate => Order == "date";

    public bool HasChoices => chosen.Count > 0;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Text = Text?.Trim();
        PageNumber = int.TryParse(Request.Query["page"], out var page) ? Math.Clamp(page, 1, SearchRequest.LastPage) : 1;
        chosen = await choices.ChosenAsync(name => Request.Query[name], ct);
        Results = search.Search(new SearchRequest(Text) { Chosen = chosen, Order = ByDate ? SearchOrder.Date : SearchOrder.Relevance, Page = PageNumber });
        Facets = await choices.GroupAsync(Results, chosen, ct);
        Hits = await choices.DescribeAsync(Results.Hits, ct);
    }

    /// <summary>This search with the value chosen, or no longer chosen; from the first page.</summary>
    public string Toggle(SearchFacet facet, FacetChoice choice) => Address(Text, Order, Pairs()
        .Where(pair => !choice.IsChosen || pair != (facet.Parameter, choice.Value))
        .Concat(choice.IsChosen ? [] : [(facet.Parameter, choice.Value)]));

    public string WithText(string text) => Address(text, Order, Pairs());

    public string WithOrder(string? order) => Address(Text, order, Pairs());

    public string WithPage(int page) => Address(Text, Order, Pairs(), page);

    public string WithoutChoices => Address(Text, Order, []);

    /// <summary>The choices, for hidden inputs and links.</summary>
    public IEnumerable<(string Parameter, string Value)> Pairs() =>
        choices.Facets.SelectMany(facet => chosen.GetValueOrDefault(facet.Name) ?? [], (facet, value) => (facet.Parameter, value));

    private static string Address(string? text, string? order, IEnumerable<(string Parameter, string Value)> pairs, int page = 1)
    {
        var number = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null;
        var query = new List<KeyValuePair<string, string?>> { new("q", text), new("tri", order), new("page", number) };
        query.AddRange(pairs.Select(pair => new KeyValuePair<string, string?>(pair.Parameter, pair.Value)));
        return "~/recherche" + QueryString.Create(query.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }
}
