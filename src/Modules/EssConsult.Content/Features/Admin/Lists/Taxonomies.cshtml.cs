using EssConsult.Content.Items;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Lists;

/// <summary>The lists of topics; each is edited as any content is.</summary>
[RequirePermission(Permissions.ManageTaxonomies)]
internal sealed class TaxonomiesModel(IContentStore store, EmbeddedLists lists) : PageModel
{
    public IReadOnlyList<ListOverview> Lists { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Lists = ListOverview.Of(await store.ListAsync("Taxonomy", ContentVersion.Latest, ct), lists);
}
