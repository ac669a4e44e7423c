using EssConsult.Content.Items;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Lists;

/// <summary>The menus with their links; each is edited as any content is.</summary>
[RequirePermission(Permissions.ManageMenu)]
internal sealed class MenusModel(IContentStore store, EmbeddedLists lists) : PageModel
{
    public IReadOnlyList<ListOverview> Lists { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Lists = ListOverview.Of(await store.ListAsync("Menu", ContentVersion.Latest, ct), lists);
}
