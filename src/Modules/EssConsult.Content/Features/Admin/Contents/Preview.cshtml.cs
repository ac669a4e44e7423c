using EssConsult.Content.Display;
using EssConsult.Content.Permits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>The draft as readers would see it.</summary>
[RequirePermission("AccessAdminPanel")]
internal sealed class PreviewModel(EditorDesk desk, ContentDisplay display, ContentPermits permits) : PageModel
{
    public ContentItem Item { get; private set; } = null!;

    public string Html { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await desk.OpenAsync(id, ct) is not { } item)
        {
            return NotFound();
        }

        if (!permits.CanPreview(item))
        {
            return Forbid();
        }

        Item = item;
        Html = await display.RenderAsync(item, owner: null, page: 1, ct);
        return Page();
    }
}
