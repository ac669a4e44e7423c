using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Discussion.Features.Support;

/// <summary>Follow an item, or leave it.</summary>
[Public]
internal sealed class FollowModel(SiteDb db, Standings standings, IFollowers followers, IIdentify identify, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public string ContentItemId { get; set; } = string.Empty;

    [BindProperty]
    public bool Followed { get; set; } = true;

    /// <summary><c>nouvelles</c> when asked from the person's news: back there.</summary>
    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? From { get; set; }

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

        await using var write = await db.BeginWriteAsync(ct);
        await (Followed ? followers.AddAsync(ContentItemId, person.RequiredId, ct) : followers.RemoveAsync(ContentItemId, person.RequiredId, ct));
        await write.CommitAsync(ct);
        return LocalRedirect(Url.Content(From == "nouvelles" ? "~/compte/notifications" : "~" + Standing.Rules.Url));
    }

    public async Task ReloadAsync(CancellationToken ct) => Standing = await standings.OfAsync(ContentItemId, ct);
}
