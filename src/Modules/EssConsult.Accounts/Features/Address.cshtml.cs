using EssConsult.Accounts.Identification;
using EssConsult.Accounts.Passwords;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Accounts.Features;

[SignedIn]
internal sealed class AddressModel(ChangeAddressHandler change, Proof proof, Browser browser, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public string? Pending { get; private set; }

    public ProofView Proof { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await change.AskAsync(person.RequiredId, Email, CurrentPassword, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken ct)
    {
        await change.ConfirmAsync(person.RequiredId, Code, ct);
        return RedirectToPage("/EssConsult.Accounts/Account", new { fait = "adresse" });
    }

    public IActionResult OnPostRestart()
    {
        browser.ForgetRequest();
        return RedirectToPage();
    }

    public async Task ReloadAsync(CancellationToken ct) =>
        (Pending, Proof) = (await change.PendingAsync(person.RequiredId, ct), await proof.ViewAsync(person.RequiredId, ct));
}
