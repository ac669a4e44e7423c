using System.Text.Json.Nodes;
using EssConsult.Content.Recipes.Keeping;
using EssConsult.Content.Shortcodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.Shortcodes;

[RequirePermission(Permissions.ManageShortcodeTemplates)]
internal sealed class EditShortcodePageModel(SiteDb db, EditShortcodeHandler edit, CurrentPerson person) : PageModel
{
    private const string New = "nouveau";

    [BindProperty]
    public EditShortcode Shortcode { get; set; } = new();

    public bool IsNew => (string?)RouteData.Values["name"] == New;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if (IsNew)
        {
            return Page();
        }

        if (await db.Set<KeptRecord>().AsNoTracking().FirstOrDefaultAsync(record => record.Step == KeptSteps.Shortcodes && record.Key == name, ct) is not { } found)
        {
            return NotFound();
        }

        var json = JsonNode.Parse(found.Json)!;
        Shortcode = new EditShortcode { Name = found.Key, Hint = json["Hint"]?.ToString(), Content = json["Content"]?.ToString() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await edit.SaveAsync(Shortcode, person.RequiredId, ct);
        return LocalRedirect(Url.Content("~/admin/codes-courts?enregistre"));
    }

    public async Task<IActionResult> OnPostDeleteAsync(string name, CancellationToken ct)
    {
        await edit.DeleteAsync(name, person.RequiredId, ct);
        return LocalRedirect(Url.Content("~/admin/codes-courts?supprime"));
    }
}
