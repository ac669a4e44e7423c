using System.Text.Json.Nodes;
using EssConsult.Content.Features.Admin.Contents;
using EssConsult.Content.Items;
using EssConsult.Content.Permits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Elements;

/// <summary>The editor of an item embedded in another: an étape, a term, a link of a menu. Saving it saves the draft that holds it.</summary>
[RequirePermission("AccessAdminPanel")]
internal sealed class EditElementModel(ElementDesk desk, EditorDesk owners, ContentPermits permits) : PageModel, IReloadsForm
{
    private ContentItem owner = null!;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    /// <summary>The element's id, or <c>nouveau</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Element { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true, Name = "liste")]
    public string? List { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "sous")]
    public string? Below { get; set; }

    [BindProperty(Name = "stamp")]
    public string? Stamp { get; set; }

    public ElementView Editor { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await OpenAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "acte")] string? act, CancellationToken ct)
    {
        if (await OpenAsync(ct) is { } refused)
        {
            return refused;
        }

        var post = EditorPost.Read(act, Stamp, overwrite: false);
        if (await desk.TakeAsync(owner, Editor, post, Request.Form, ModelState, ct) is { } next)
        {
            return LocalRedirect(Url.Content(next));
        }

        await ReloadAsync(ct);
        return Page();
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        Editor = Editor with { Lists = desk.ListsOf(Editor.Item), Stamp = Stamp ?? Editor.Stamp };
        return Task.CompletedTask;
    }

    private async Task<IActionResult?> OpenAsync(CancellationToken ct)
    {
        if (await owners.OpenAsync(Id, ct) is not { } found)
        {
            return NotFound();
        }

        if (!permits.CanEdit(found))
        {
            return Forbid();
        }

        owner = found;
        if ((Element == "nouveau" ? desk.Begin(owner, List, Type, Below) : desk.Open(owner, Element)) is not { } view)
        {
            return NotFound();
        }

        Editor = view;
        return null;
    }
}
