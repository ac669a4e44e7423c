using EssConsult.Accounts.Identification;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Accounts.Features;

[Public]
internal sealed class InstallationModel(BecomeAdministratorHandler become) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    public bool IsUsable { get; private set; }

    public string? InvitedAddress { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await become.HandleAsync(Token, new NewAdministrator(Email, DisplayName, NewPassword), ct);
        return LocalRedirect(Url.Content("~/admin"));
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        var found = await become.FindAsync(Token, ct);
        (IsUsable, InvitedAddress) = (found is not null, found?.Email);
    }
}
