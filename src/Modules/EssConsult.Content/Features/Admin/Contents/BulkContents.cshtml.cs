using EssConsult.Content.Permits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>One act on several contents, after a look at what they are.</summary>
[RequirePermission("AccessAdminPanel")]
internal sealed class BulkContentsModel(IContentStore store, ChangeContents change, ContentPermits permits) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "acte")]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true, Name = "ids")]
    public List<string> Ids { get; set; } = [];

    public IReadOnlyList<ContentItem> Items { get; private set; } = [];

    /// <summary>What the person may not do this with.</summary>
    public IReadOnlyList<ContentItem> Refused { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReloadAsync(ct);
        return ChangeContents.Knows(Act) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ChangeContents.Knows(Act))
        {
            return NotFound();
        }

        await ReloadAsync(ct);
        var done = await change.HandleAsync(Act, Items, ct);
        return LocalRedirect(Url.Content($"~/admin/contenus?{Done.Parameter}={done}"));
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        var found = (await store.FindManyAsync([.. Ids.Distinct().Take(100)], ContentVersion.Latest, ct)).Values.OrderBy(item => item.DisplayText, StringComparer.CurrentCulture).ToList();
        bool Allowed(ContentItem item) => Act == ChangeContents.Remove ? permits.CanDelete(item) : permits.CanPublish(item);
        (Items, Refused) = ([.. found.Where(Allowed)], [.. found.Where(item => !Allowed(item))]);
    }
}
