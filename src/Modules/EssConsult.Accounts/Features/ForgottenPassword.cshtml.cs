using EssConsult.Accounts.Identification;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Accounts.Features;

/// <summary>A forgotten password needs no road of its own: a code opens the account, and a new password is chosen there.</summary>
[Public]
internal sealed class ForgottenPasswordModel(RequestCodeHandler request) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var next = Url.Content("~/compte/mot-de-passe");
        await request.HandleAsync(Email, next, ct);
        return RedirectToPage("/EssConsult.Accounts/Identify", new { retour = next });
    }
}
