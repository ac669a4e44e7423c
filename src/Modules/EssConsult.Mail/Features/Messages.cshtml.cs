using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Mail.Features;

[RequirePermission(Permissions.ManageMail)]
internal sealed class MessagesModel(SiteDb db, RetryMailHandler retry, CurrentPerson person) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "etat")]
    public MailState State { get; set; } = MailState.Failed;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyDictionary<MailState, int> Counts { get; private set; } = new Dictionary<MailState, int>();

    public IReadOnlyList<MessageLine> Lines { get; private set; } = [];

    public bool HasNext { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        Counts = await db.Set<MailMessage>().GroupBy(message => message.State).ToDictionaryAsync(group => group.Key, group => group.Count(), ct);
        var lines = await db.Set<MailMessage>().Where(message => message.State == State)
            .OrderByDescending(message => message.QueuedUtc).Skip((Number - 1) * PageSize).Take(PageSize + 1)
            .Select(message => new MessageLine(message.Id, message.Template, message.Recipient, message.QueuedUtc, message.SentUtc, message.Attempts, message.LastError))
            .ToListAsync(ct);
        HasNext = lines.Count > PageSize;
        Lines = [.. lines.Take(PageSize)];
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid? id, CancellationToken ct)
    {
        await retry.HandleAsync(id, person.RequiredId, ct);
        return RedirectToPage(new { etat = MailState.Failed });
    }
}

internal sealed record MessageLine(Guid Id, string Template, string? Recipient, DateTime QueuedUtc, DateTime? SentUtc, int Attempts, string? LastError)
{
    /// <summary>Enough to recognise a mistyped domain, not enough to know a person.</summary>
    public string MaskedRecipient => Recipient is { } address && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[0]}…{address[at..]}" : "—";
}
