using EssConsult.Content.Display;
using EssConsult.Content.Permits;
using EssConsult.Content.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features;

/// <summary>Whatever address no other page takes: the content item that lives there, drawn by its Liquid template.</summary>
[Public]
[CachedForVisitors]
internal sealed class ItemModel : PageModel
{
    internal ContentItem Item { get; private set; } = null!;

    internal string Html { get; private set; } = string.Empty;

    internal bool CanEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string? path, [FromQuery(Name = "page")] int number, [FromServices] ItemAtPath items, [FromServices] PageHead head, [FromServices] CacheTags tags, CancellationToken ct)
    {
        var found = await items.FindAsync(path ?? string.Empty, ct);
        if (found.MovedTo is { } address)
        {
            return RedirectPermanent(Url.Content("~/" + address) + Request.QueryString);
        }

        if (found.Item is null)
        {
            return NotFound();
        }

        if (!found.MayView)
        {
            return User.Identity is { IsAuthenticated: true } ? Forbid() : Challenge();
        }

        (Item, CanEdit) = (found.Item, found.MayEdit);
        tags.Add(found.OwnerId!);
        Html = await items.RenderAsync(found, Math.Clamp(number, 1, 10_000), ct);
        items.Describe(Item, head);
        return Page();
    }
}
