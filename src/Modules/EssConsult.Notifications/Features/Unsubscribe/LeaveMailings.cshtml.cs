using EssConsult.Notifications.Mailings;
using EssConsult.Notifications.News;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Notifications.Features.Unsubscribe;

/// <summary>No more messages from the team, without signing in: for people, and for mail programs (RFC 8058), as for news.</summary>
[Public]
[IgnoreAntiforgeryToken]
internal sealed class LeaveMailingsModel(SiteDb db, Readers readers, MailingUnsubscription unsubscription) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    public bool IsDone { get; private set; }

    public IActionResult OnGet() => unsubscription.Read(Token) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (unsubscription.Read(Token) is not var (mailingId, personId))
        {
            return NotFound();
        }

        var choice = (await readers.ChoicesAsync(personId, ct)).GetValueOrDefault(Audiences.Kind.Name) ?? db.Add(new NewsChoice { PersonId = personId, Kind = Audiences.Kind.Name }).Entity;
        if (choice.Mail != NewsMail.Never)
        {
            choice.Mail = NewsMail.Never;
            await using var write = await db.BeginWriteAsync(ct);
            await db.SaveChangesAsync(ct);
            await db.Set<Mailing>().Where(mailing => mailing.Id == mailingId).ExecuteUpdateAsync(set => set.SetProperty(mailing => mailing.Unsubscribed, mailing => mailing.Unsubscribed + 1), ct);
            await write.CommitAsync(ct);
        }

        IsDone = true;
        return Page();
    }
}
