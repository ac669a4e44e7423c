using EssConsult.Content.Permits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>The editor of an item that does not exist yet; nothing is stored before its first saving.</summary>
[RequirePermission("AccessAdminPanel")]
internal sealed class NewContentModel(EditorDesk desk, IContentStore store, IContentDefinitions definitions, ContentPermits permits, CurrentPerson person) : PageModel, IReloadsForm
{
    private ContentItem item = null!;

    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = string.Empty;

    /// <summary>The list that will hold it.</summary>
    [BindProperty(SupportsGet = true, Name = "liste")]
    public string? List { get; set; }

    public EditorView Editor { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await BeginAsync(ct) is { } refused)
        {
            return refused;
        }

        await ReloadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "acte")] string? act, CancellationToken ct)
    {
        if (await BeginAsync(ct) is { } refused)
        {
            return refused;
        }

        var post = EditorPost.Read(act, stamp: null, overwrite: false);
        if (post.Act == EditorPost.Publish && !permits.CanPublish(item))
        {
            return Forbid();
        }

        if (await desk.TakeAsync(item, isNew: true, post, Request.Form, ModelState, ct) is { } next)
        {
            return LocalRedirect(Url.Content(next));
        }

        await ReloadAsync(ct);
        return Page();
    }

    public async Task ReloadAsync(CancellationToken ct) => Editor = (await desk.ViewAsync(item, isNew: true, stamp: null, ct))!;

    private async Task<IActionResult?> BeginAsync(CancellationToken ct)
    {
        if (definitions.FindType(Type) is not { } type || (!string.IsNullOrEmpty(type.Options.Stereotype) && !type.Options.Creatable))
        {
            return NotFound();
        }

        if (!permits.CanCreate(Type))
        {
            return Forbid();
        }

        item = store.New(Type, person.Id, person.DisplayName);
        if (!string.IsNullOrEmpty(List))
        {
            if (await desk.OpenAsync(List, ct) is not { } list || !permits.CanEdit(list))
            {
                return NotFound();
            }

            item.Put(new ContainedPart { ListContentItemId = list.ContentItemId, ListContentType = list.ContentType, Order = short.MaxValue });
        }

        return null;
    }
}
