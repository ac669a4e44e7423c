using EssConsult.Accounts.Passwords;
using EssConsult.Accounts.Privacy;
using EssConsult.Accounts.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Accounts.Features;

[SignedIn]
internal sealed class MyDataModel(ExportMyDataHandler export, EraseMyAccountHandler erase, Proof proof, Session session, CurrentPerson person) : PageModel, IReloadsForm
{
    /// <summary><c>garder</c> or <c>effacer</c>; nothing is chosen beforehand.</summary>
    [BindProperty]
    public string? Texts { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    [BindProperty]
    public string? CurrentPassword { get; set; }

    public ProofView Proof { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        return File(await export.HandleAsync(person.RequiredId, ct), "application/zip", "mes-donnees.zip");
    }

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken ct)
    {
        if (Texts is not ("garder" or "effacer"))
        {
            throw new RuleException("account.texts", "Dites ce que deviennent vos textes.") { Field = "Texts" };
        }

        if (!Sure)
        {
            throw new RuleException("account.sure", "Cochez la case : l’effacement est définitif.") { Field = "Sure" };
        }

        await proof.RequireAsync(person.RequiredId, CurrentPassword, ct);
        await erase.HandleAsync(person.RequiredId, keepTextsWithoutName: Texts == "garder", ct);
        await session.CloseAsync();
        return RedirectToPage("/EssConsult.Accounts/Erased");
    }

    public async Task ReloadAsync(CancellationToken ct) => Proof = await proof.ViewAsync(person.RequiredId, ct);
}
