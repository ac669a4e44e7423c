using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Discussion.Features.Support;

/// <summary>« Je soutiens », given or taken back. Asked for JSON, it answers the new count.</summary>
[Public]
internal sealed class SupportModel(Standings standings, ISupports supports, IIdentify identify, CurrentPerson person, SiteDb db) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public string ContentItemId { get; set; } = string.Empty;

    [BindProperty]
    public bool Given { get; set; } = true;

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
            return LocalRedirect(identify.PageFor($"{Request.PathBase}/discussion/{ContentItemId}/soutien"));
        }

        if (!person.Can(Permissions.SupportContent))
        {
            return Forbid();
        }

        await (Given ? supports.GiveAsync(ContentItemId, person.RequiredId, ct) : supports.WithdrawAsync(ContentItemId, person.RequiredId, ct));
        return Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal)
            ? new JsonResult(new { given = Given, supports = await db.Set<DiscussionCounts>().Where(counts => counts.ContentItemId == ContentItemId).Select(counts => counts.Supports).FirstOrDefaultAsync(ct) })
            : LocalRedirect(Url.Content("~" + Standing.Rules.Url));
    }

    public async Task ReloadAsync(CancellationToken ct) => Standing = await standings.OfAsync(ContentItemId, ct);
}
