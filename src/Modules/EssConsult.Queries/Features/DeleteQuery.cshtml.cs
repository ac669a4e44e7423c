using EssConsult.Queries.Stored;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Queries.Features;

[RequirePermission(Permissions.ManageQueries)]
internal sealed class DeleteQueryModel(SiteDb db, SaveQueryHandler save, CurrentPerson person) : PageModel
{
    public string StoredName => (string)RouteData.Values["name"]!;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct) => await db.Set<QueryRow>().AnyAsync(row => row.Name == name, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken ct)
    {
        await save.DeleteAsync(name, person.RequiredId, ct);
        return LocalRedirect(Url.Content("~/admin/requetes?supprime"));
    }
}
