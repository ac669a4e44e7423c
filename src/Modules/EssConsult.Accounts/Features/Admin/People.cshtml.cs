using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Accounts.Features.Admin;

[RequirePermission(Permissions.ListUsers)]
internal sealed class PeopleModel(PersonSearch search, InvitePersonHandler invite, IRoles roles, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public List<string> Given { get; set; } = [];

    public IReadOnlyList<PersonLine> Lines { get; private set; } = [];

    public bool HasNext { get; private set; }

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct)
    {
        if (!person.Can(Permissions.ManageUsers))
        {
            return Forbid();
        }

        var id = await invite.HandleAsync(Email, Given, ct);
        return RedirectToPage("/EssConsult.Accounts/Admin/Person", new { id });
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        Roles = [.. (await roles.ListAsync(ct)).Select(role => role.Name).Where(name => name is not (SystemRoles.Anonymous or SystemRoles.Authenticated))];
        (Lines, HasNext) = await search.FindAsync(Query, Role, Number, ct);
    }
}
