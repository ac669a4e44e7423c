using EssConsult.Accounts.Identification;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Accounts.Features;

/// <summary>Where the link of the mail leads. Opening it does nothing yet: mail filters open links too.</summary>
[Public]
internal sealed class IdentifyByLinkModel(ProveAddressHandler prove, OpenRequests requests) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    public SignInRequest? Found { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var returnTo = (await requests.FindByLinkAsync(Token, ct))?.ReturnTo;
        return await prove.ByLinkAsync(Token, ct) ? this.GoTo(returnTo) : RedirectToPage("/EssConsult.Accounts/Identify", new { retour = returnTo });
    }

    public async Task ReloadAsync(CancellationToken ct) => Found = await requests.FindByLinkAsync(Token, ct);
}
