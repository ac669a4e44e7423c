using EssConsult.Accounts.Identification;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Accounts.Features;

/// <summary>Write first, identify last: address, code, and for new people a name, all on this page.</summary>
[Public]
internal sealed class IdentifyModel(RequestCodeHandler request, ProveAddressHandler prove, OpenRequests requests, IntroduceOneselfHandler introduce, Browser browser, CurrentPerson person, TimeProvider clock)
    : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? ReturnTo { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public bool Age { get; set; }

    public SignInRequest? Pending { get; private set; }

    public bool AsksName => Pending?.IsVerified(clock.UtcNow()) == true;

    /// <summary>Whoever is in already may be showing once more, by a code, that it is them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReloadAsync(ct);
        return person.IsSignedIn && Pending is null ? this.GoTo(ReturnTo) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await request.HandleAsync(Email, this.Local(ReturnTo), ct);
        return RedirectToPage(new { retour = ReturnTo });
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken ct) =>
        await prove.ByCodeAsync(Code, ct) ? this.GoTo(ReturnTo) : RedirectToPage(new { retour = ReturnTo });

    public async Task<IActionResult> OnPostNameAsync(CancellationToken ct)
    {
        await introduce.HandleAsync(DisplayName, Age, ct);
        return this.GoTo(ReturnTo);
    }

    public IActionResult OnPostRestart()
    {
        browser.ForgetRequest();
        return RedirectToPage(new { retour = ReturnTo });
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        Pending = await requests.CurrentAsync(personId: null, ct);
        ReturnTo ??= Pending?.ReturnTo;
    }
}
