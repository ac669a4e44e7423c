using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Roles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Accounts.Features.Admin;

[RequirePermission(Permissions.ManageRoles)]
internal sealed class RoleModel(IRoles roles, EditRoleHandler edit, ModuleCatalog catalog, CurrentPerson person) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nom")]
    public string Name { get; set; } = string.Empty;

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public List<string> Held { get; set; } = [];

    /// <summary>Permissions for one content type, and those of modules that this site lacks; one a line.</summary>
    [BindProperty]
    public string? Others { get; set; }

    public bool IsSystem { get; private set; }

    public IReadOnlyList<PermissionGroup> Groups { get; } = PermissionGroup.Of(catalog);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if ((await roles.ListAsync(ct)).FirstOrDefault(known => known.Name == Name) is not { } role || role.Name == SystemRoles.Administrator)
        {
            return NotFound();
        }

        var declared = catalog.Permissions.Select(permission => permission.Name).ToHashSet();
        (Description, IsSystem) = (role.Description, role.IsSystem);
        Held = [.. role.Permissions];
        Others = string.Join('\n', role.Permissions.Where(permission => !declared.Contains(permission)));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var others = (Others ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        await edit.SaveAsync(Name, Description, [.. Held, .. others], person.RequiredId, ct);
        return RedirectToPage("/EssConsult.Accounts/Admin/Roles");
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken ct)
    {
        await edit.DeleteAsync(Name, person.RequiredId, ct);
        return RedirectToPage("/EssConsult.Accounts/Admin/Roles");
    }
}
