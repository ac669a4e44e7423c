using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Roles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
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

    public RoleView Known { get; private set; } = null!;

    public IReadOnlyList<PermissionGroup> Groups { get; } = PermissionGroup.Of(catalog);

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if ((await roles.ListAsync(HttpContext.RequestAborted)).FirstOrDefault(known => known.Name == Name) is not { } role || role.Name == SystemRoles.Administrator)
        {
            context.Result = NotFound();
            return;
        }

        Known = role;
        await next();
    }

    public void OnGet()
    {
        var declared = catalog.Permissions.Select(permission => permission.Name).ToHashSet();
        Description = Known.Description;
        Held = [.. Known.Permissions];
        Others = string.Join('\n', Known.Permissions.Where(permission => !declared.Contains(permission)));
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
