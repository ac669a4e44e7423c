using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.People;
using EssConsult.Accounts.Roles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Features.Admin;

[RequirePermission(Permissions.ListUsers)]
internal sealed class PersonModel(SiteDb db, AdministerPersonHandler administer, CurrentPerson actor) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    [BindProperty]
    public List<string> Held { get; set; } = [];

    [BindProperty]
    public PersonBadge Badge { get; set; }

    public Person? Known { get; private set; }

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    /// <summary>Shown once, to those who may see it, after they asked.</summary>
    public string? Address { get; private set; }

    public bool MayAssign(Role role) => actor.Can(Permissions.AssignRoleToUsers) && administer.MayAssign(role);

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await db.Set<Person>().AnyAsync(known => known.Id == Id, HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostRolesAsync(CancellationToken ct)
    {
        if (!actor.Can(Permissions.AssignRoleToUsers))
        {
            return Forbid();
        }

        await administer.AssignRolesAsync(Id, Held, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSuspendAsync(bool suspend, CancellationToken ct)
    {
        if (!actor.Can(Permissions.EditUsers))
        {
            return Forbid();
        }

        await administer.SuspendAsync(Id, suspend, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostBadgeAsync(CancellationToken ct)
    {
        if (!actor.Can(Permissions.EditUsers))
        {
            return Forbid();
        }

        await administer.GiveBadgeAsync(Id, Badge, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAddressAsync(CancellationToken ct)
    {
        if (!actor.Can(Permissions.ManageUsers))
        {
            return Forbid();
        }

        Address = await administer.LookAtAddressAsync(Id, ct);
        await ReloadAsync(ct);
        return Page();
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        Known = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(known => known.Id == Id, ct);
        Badge = Known?.Badge ?? default;
        Held = await db.Set<PersonRole>().Where(held => held.PersonId == Id).Select(held => held.Role).ToListAsync(ct);
        Roles = await db.Set<Role>().AsNoTracking().Where(role => role.Name != SystemRoles.Anonymous && role.Name != SystemRoles.Authenticated).OrderBy(role => role.Name).ToListAsync(ct);
    }
}
