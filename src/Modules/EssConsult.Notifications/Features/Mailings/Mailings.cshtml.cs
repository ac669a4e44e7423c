using EssConsult.Notifications.Mailings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Notifications.Features.Mailings;

/// <summary>The team's messages: being written, due, and gone.</summary>
[RequirePermission(Permissions.WriteToPeople)]
internal sealed class MailingsModel(SiteDb db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "etat")]
    public MailingState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyDictionary<MailingState, int> Counts { get; private set; } = new Dictionary<MailingState, int>();

    public IReadOnlyList<MailingLine> Lines { get; private set; } = [];

    public bool HasNext { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        Counts = await db.Set<Mailing>().GroupBy(mailing => mailing.State).ToDictionaryAsync(group => group.Key, group => group.Count(), ct);
        var lines = await db.Set<Mailing>().Where(mailing => State == null || mailing.State == State)
            .OrderByDescending(mailing => mailing.ScheduledUtc ?? mailing.CreatedUtc).ThenByDescending(mailing => mailing.Id).Skip((Number - 1) * PageSize).Take(PageSize + 1)
            .Select(mailing => new MailingLine(mailing.Id, mailing.Subject, mailing.AudienceTitle, mailing.State, mailing.ScheduledUtc ?? mailing.CreatedUtc, mailing.Written)).ToListAsync(ct);
        HasNext = lines.Count > PageSize;
        Lines = [.. lines.Take(PageSize)];
    }
}

/// <param name="AtUtc">When it leaves or left; when it was begun, for a draft.</param>
internal sealed record MailingLine(Guid Id, string Subject, string Audience, MailingState State, DateTime AtUtc, int Written);

internal static class MailingWords
{
    public static string Label(this MailingState state) => state switch
    {
        MailingState.Draft => "Brouillon",
        MailingState.Scheduled => "Programmé",
        MailingState.Sending => "En cours d’envoi",
        MailingState.Sent => "Envoyé",
        _ => "Arrêté",
    };

    /// <summary>Class of the theme's state.</summary>
    public static string Class(this MailingState state) => state switch
    {
        MailingState.Draft or MailingState.Cancelled => "state-draft",
        MailingState.Sent => "state-published",
        _ => "state-pending",
    };
}
