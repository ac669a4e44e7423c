using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Subscriptions.Features;

/// <summary>
/// The link of every message, for people (a page with a button) and for mail programs (RFC 8058: one POST from elsewhere, so without
/// a form token; the signed link is the proof).
/// </summary>
[Public]
[IgnoreAntiforgeryToken]
internal sealed class LeaveModel(SiteDb db, Subscribing subscribing, SubscriptionLinks links) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        IsDone = await subscribing.FindToLeaveAsync(Token, ct) is null;
        return links.ReadLeave(Token) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (links.ReadLeave(Token) is null)
        {
            return NotFound();
        }

        if (await subscribing.FindToLeaveAsync(Token, ct) is { } subscription)
        {
            subscribing.Leave(subscription);
            await db.SaveChangesAsync(ct);
        }

        // A second press finds nothing left, which is what was asked for.
        IsDone = true;
        return Page();
    }
}
