using EssConsult.Accounts.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Features;

[SignedIn]
internal sealed class AccountModel(SiteDb db, ChangeProfileHandler change, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    /// <summary>What has just been done.</summary>
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Done { get; set; }

    public string Email { get; private set; } = string.Empty;

    public bool HasPassword { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ReloadAsync(ct);
        (DisplayName, Language) = await db.Set<Person>().Where(known => known.Id == person.RequiredId)
            .Select(known => new ValueTuple<string?, string>(known.DisplayName, known.Language)).SingleAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await change.HandleAsync(person.RequiredId, DisplayName, Language, ct);
        return RedirectToPage(new { fait = "profil" });
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken ct)
    {
        await change.SignOutEverywhereAsync(person.RequiredId, ct);
        return LocalRedirect(Url.Content("~/"));
    }

    public async Task ReloadAsync(CancellationToken ct) => (Email, HasPassword) = await db.Set<Person>().Where(known => known.Id == person.RequiredId)
        .Select(known => new ValueTuple<string, bool>(known.Email!, known.PasswordHash != null)).SingleAsync(ct);
}
