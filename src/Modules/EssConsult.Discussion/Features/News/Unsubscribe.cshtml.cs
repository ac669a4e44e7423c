using EssConsult.Discussion.News;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Discussion.Features.News;

/// <summary>
/// No more mail about what one follows, without signing in: for people (a page with a button) and for mail programs (RFC 8058: one
/// POST from elsewhere, so without a form token; the signed link is the proof).
/// </summary>
[Public]
[IgnoreAntiforgeryToken]
internal sealed class UnsubscribeModel(SiteDb db, NewsUnsubscription unsubscription) : PageModel
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

        var reader = await db.Set<NewsReader>().FirstOrDefaultAsync(known => known.PersonId == personId, ct) ?? db.Add(new NewsReader { PersonId = personId }).Entity;
        reader.MailOff = true;
        await db.SaveChangesAsync(ct);
        IsDone = true;
        return Page();
    }
}
