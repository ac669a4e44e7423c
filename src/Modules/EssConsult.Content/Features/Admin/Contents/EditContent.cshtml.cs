using EssConsult.Content.Permits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>The editor of an item, generated from its type.</summary>
[RequirePermission("AccessAdminPanel")]
internal sealed class EditContentModel(EditorDesk desk, ContentPermits permits) : PageModel, IReloadsForm
{
    private ContentItem item = null!;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    [BindProperty(Name = "stamp")]
    public string? Stamp { get; set; }

    public EditorView Editor { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await OpenAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "acte")] string? act, [FromForm(Name = "overwrite")] bool overwrite, CancellationToken ct)
    {
        if (await OpenAsync(ct) is { } refused)
        {
            return refused;
        }

        var post = EditorPost.Read(act, Stamp, overwrite);
        if (post.Act is EditorPost.Publish or EditorPost.Unpublish && !permits.CanPublish(item))
        {
            return Forbid();
        }

        if (await desk.TakeAsync(item, isNew: false, post, Request.Form, ModelState, ct) is { } next)
        {
            return LocalRedirect(Url.Content(next));
        }

        await ReloadAsync(ct);
        return Page();
    }

    public async Task ReloadAsync(CancellationToken ct) => Editor = (await desk.ViewAsync(item, isNew: false, Stamp, ct))!;

    private async Task<IActionResult?> OpenAsync(CancellationToken ct)
    {
        if (await desk.OpenAsync(Id, ct) is not { } found)
        {
            return NotFound();
        }

        if (!permits.CanEdit(found))
        {
            return Forbid();
        }

        item = found;
        if (await desk.ViewAsync(item, isNew: false, stamp: null, ct) is not { } view)
        {
            return NotFound();
        }

        Editor = view;
        return null;
    }
}
