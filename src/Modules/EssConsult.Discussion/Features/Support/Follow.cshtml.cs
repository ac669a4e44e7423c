using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Discussion.Features.Support;

/// <summary>Follow an item, or leave it.</summary>
[Public]
internal sealed class FollowModel(Standings standings, IFollows follows, IIdentify identify, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public string ContentItemId { get; set; } = string.Empty;

    [BindProperty]
    public bool Followed { get; set; } = true;

    public Standing Standing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReloadAsync(ct);
        return Standing.Rules.Visible ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReloadAsync(ct);
        if (!Standing.Rules.Visible)
        {
            return NotFound();
        }

        if (!person.IsSignedIn)
        {
            return LocalRedirect(identify.PageFor($"{Request.PathBase}/discussion/{ContentItemId}/suivi"));
        }

        if (!person.Can(Permissions.FollowContent))
        {
            return Forbid();
        }

        await (Followed ? follows.FollowAsync(ContentItemId, person.RequiredId, ct) : follows.UnfollowAsync(ContentItemId, person.RequiredId, ct));
        return LocalRedirect(Url.Content("~" + Standing.Rules.Url));
    }

    public async Task ReloadAsync(CancellationToken ct) => Standing = await standings.OfAsync(ContentItemId, ct);
}
