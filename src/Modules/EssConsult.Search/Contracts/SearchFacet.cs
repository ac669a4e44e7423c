namespace EssConsult.Search.Contracts;

/// <summary>Something that results are counted and filtered by. Registered as a singleton instance.</summary>
/// <param name="Name">The key in <see cref="SearchDocument.Facets"/>.</param>
/// <param name="Parameter">Its name in the page's address, French.</param>
/// <param name="Label">What readers see above its values, French and a key of the translations.</param>
/// <param name="Order">Lower comes first.</param>
public sealed record SearchFacet(string Name, string Parameter, string Label, int Order)
{
    /// <summary>The value itself is what readers see (a year); otherwise a value without a name is not shown.</summary>
    public bool ShowsValues { get; init; }

    /// <summary>Values in descending order instead of by their counts.</summary>
    public bool NewestFirst { get; init; }
}

/// <summary>Gives the values of facets the names that readers see. Registered as a scoped service; the first that knows a value names it.</summary>
public interface IFacetNames
{
    ValueTask<string?> FindAsync(string facet, string value, CancellationToken ct);
}
