using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Roles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Features.Admin;

[RequirePermission(Permissions.ManageRoles)]
internal sealed class RolesModel(SiteDb db, IRoles roles, EditRoleHandler edit, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<RoleView> Roles { get; private set; } = [];

    public IReadOnlyDictionary<string, int> Holders { get; private set; } = new Dictionary<string, int>();

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await edit.CreateAsync(Name, person.RequiredId, ct);
        return RedirectToPage("/EssConsult.Accounts/Admin/Role", new { nom = Name!.Trim() });
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        Roles = await roles.ListAsync(ct);
        Holders = await db.Set<PersonRole>().GroupBy(held => held.Role).ToDictionaryAsync(group => group.Key, group => group.Count(), ct);
    }
}
