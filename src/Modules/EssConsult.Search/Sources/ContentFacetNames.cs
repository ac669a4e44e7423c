using EssConsult.Content.Contracts;
using EssConsult.Search.Indexing;
using Microsoft.Extensions.Localization;

namespace EssConsult.Search.Sources;

/// <summary>Names of types and of terms, from memory.</summary>
internal sealed class ContentFacetNames(IContentDefinitions definitions, IStringLocalizer words, PhaseBook phases, ITaxonomies? taxonomies = null) : IFacetNames
{
    public ValueTask<string?> FindAsync(string facet, string value, CancellationToken ct) => ValueTask.FromResult(facet switch
    {
        DocumentFields.TypeFacet => definitions.FindType(value) is { } type ? words[type.DisplayName].Value : null,
        "phase" => phases.Find(value),
        _ => taxonomies?.FindTerm(value)?.Name,
    });
}
