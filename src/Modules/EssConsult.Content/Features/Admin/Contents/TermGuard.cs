using EssConsult.Content.Items;
using EssConsult.Content.Taxonomies;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>Keeps a term that published contents carry from being taken away under them.</summary>
internal sealed class TermGuard(SiteDb db)
{
    /// <exception cref="RuleException">The term, or one below it, is carried.</exception>
    public async Task RequireFreeAsync(EmbeddedList list, ContentItem taxonomy, string termId, ElementMove move, CancellationToken ct)
    {
        if (move != ElementMove.Away || list.Name != "TaxonomyPart" || EmbeddedItems.FindJson(taxonomy.Content, termId) is not { } term)
        {
            return;
        }

        var ids = EmbeddedItems.Ids(term).ToList();
        var carried = await db.Set<TermUse>().Where(use => ids.Contains(use.TermContentItemId)).Select(use => use.ContentItemId).Distinct().CountAsync(ct);
        if (carried > 0)
        {
            throw new RuleException("term.carried", "« {0} » ne peut pas être retiré : {1} contenus publiés le portent.", term["DisplayText"]?.ToString() ?? termId, carried);
        }
    }
}
