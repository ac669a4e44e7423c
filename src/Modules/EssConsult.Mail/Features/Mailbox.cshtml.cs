using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Mail.Features;

/// <summary>The mails of a site that is being tried out: Development and this machine only, elsewhere nothing is here.</summary>
[Public]
internal sealed partial class MailboxModel(SiteDb db, DeveloperMachine machine) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    public IReadOnlyList<MailboxLine> Lines { get; private set; } = [];

    public MailboxText? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!machine.Allows(HttpContext))
        {
            return NotFound();
        }

        Lines = await db.Set<MailMessage>().Where(message => message.Recipient != null && message.State != MailState.Merged)
            .OrderByDescending(message => message.QueuedUtc).Take(100)
            .Select(message => new MailboxLine(message.Id, message.Recipient!, message.Subject!, message.QueuedUtc, message.State))
            .ToListAsync(ct);
        var id = Id ?? (Lines is [var newest, ..] ? newest.Id : null);
        Open = await db.Set<MailMessage>().Where(message => message.Id == id && message.Text != null)
            .Select(message => new MailboxText(message.Recipient!, message.Subject!, message.Text!)).FirstOrDefaultAsync(ct);
        return Page();
    }

    internal static IEnumerable<(string Text, bool IsLink)> WithLinks(string text) =>
        Link().Split(text).Select(piece => (piece, Link().IsMatch(piece)));

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Link();
}

internal sealed record MailboxLine(Guid Id, string Recipient, string Subject, DateTime QueuedUtc, MailState State);

internal sealed record MailboxText(string Recipient, string Subject, string Text);
