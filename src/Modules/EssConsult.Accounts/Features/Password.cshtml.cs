using EssConsult.Accounts.Passwords;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Accounts.Features;

[SignedIn]
internal sealed class PasswordModel(ChoosePasswordHandler choose, Proof proof, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    public ProofView Proof { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await choose.HandleAsync(person.RequiredId, CurrentPassword, NewPassword, ct);
        return RedirectToPage("/EssConsult.Accounts/Account", new { fait = "mot-de-passe" });
    }

    public async Task ReloadAsync(CancellationToken ct) => Proof = await proof.ViewAsync(person.RequiredId, ct);
}
