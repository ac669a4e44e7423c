using EssConsult.Content.SiteTemplates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.Templates;

[RequirePermission(Permissions.ManageTemplates)]
internal sealed class EditTemplatePageModel(SiteDb db, EditTemplateHandler edit, TemplatePreview preview, CurrentPerson person) : PageModel
{
    private const string New = "nouveau";

    [BindProperty]
    public EditTemplate Template { get; set; } = new();

    public bool IsNew => (string?)RouteData.Values["name"] == New;

    internal Preview? Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if (IsNew)
        {
            return Page();
        }

        if (await db.Set<SiteTemplate>().AsNoTracking().FirstOrDefaultAsync(row => row.Name == name, ct) is not { } found)
        {
            return NotFound();
        }

        Template = new EditTemplate { Name = found.Name, Description = found.Description, Source = found.Source };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await edit.SaveAsync(Template, person.RequiredId, ct);
        return LocalRedirect(Url.Content($"~/admin/gabarits?enregistre"));
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            Shown = await preview.RenderAsync(Template.Name, Template.Source ?? string.Empty, ct);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(string name, CancellationToken ct)
    {
        await edit.DeleteAsync(name, person.RequiredId, ct);
        return LocalRedirect(Url.Content($"~/admin/gabarits?supprime"));
    }
}
