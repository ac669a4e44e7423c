using EssConsult.Notifications.Mails;
using EssConsult.Notifications.News;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Notifications.Features.Unsubscribe;

/// <summary>
/// No more mail of news, without signing in: for people (a page with a button) and for mail programs (RFC 8058: one
/// POST from elsewhere, so without a form token; the signed link is the proof).
/// </summary>
[Public]
[IgnoreAntiforgeryToken]
internal sealed class UnsubscribeModel(SiteDb db, Readers readers, NewsUnsubscription unsubscription) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    public bool IsDone { get; private set; }

    public IActionResult OnGet() => unsubscription.Read(Token) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (unsubscription.Read(Token) is not { } personId)
        {
            return NotFound();
        }

        (await readers.OfAsync(personId, ct)).MailOff = true;
        await db.SaveChangesAsync(ct);
        IsDone = true;
        return Page();
    }
}
