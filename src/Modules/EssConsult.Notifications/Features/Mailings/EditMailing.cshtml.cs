using System.Globalization;
using EssConsult.Mail.Contracts;
using EssConsult.Notifications.Mailings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Notifications.Features.Mailings;

/// <summary>Writes one message, counts whom it reaches, tries it, sends it; afterwards, what became of it.</summary>
[RequirePermission(Permissions.WriteToPeople)]
internal sealed class EditMailingModel(SiteDb db, WriteMailing write, Audiences audiences, MailingLetters letters, IMailBatches batches) : PageModel, IReloadsForm
{
    /// <summary>Null for a new message.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>Name of an audience, a colon, and the id of its choice.</summary>
    [BindProperty]
    public string? Audience { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public bool IsUrgent { get; set; }

    [BindProperty]
    public bool Later { get; set; }

    /// <summary>Day and time in Paris.</summary>
    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public bool IsRead { get; set; }

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Done { get; set; }

    public Mailing? Mailing { get; private set; }

    public IReadOnlyList<AudienceGroup> Groups { get; private set; } = [];

    public Reach? Reach { get; private set; }

    public MailBatch? Batch { get; private set; }

    public string Preview => Mailing is null ? string.Empty : letters.Words(Mailing).Html;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReloadAsync(ct);
        if (Id is not null && Mailing is null)
        {
            return NotFound();
        }

        (Audience, Subject, Text, IsUrgent) = (Mailing is null ? null : $"{Mailing.Audience}:{Mailing.AudienceId}", Mailing?.Subject, Mailing?.Text, Mailing?.IsUrgent ?? false);
        return Page();
    }

    public Task<IActionResult> OnPostSaveAsync(CancellationToken ct) => DoAsync("enregistre", async found => await write.SaveAsync(found, new MailingText(Audience, Subject, Text, IsUrgent), ct), ct, mayBeNew: true);

    public Task<IActionResult> OnPostTestAsync(CancellationToken ct) => DoAsync("essai", async found =>
    {
        await write.TestAsync(found!, ct);
        return found;
    }, ct);

    public Task<IActionResult> OnPostSendAsync(CancellationToken ct) => DoAsync("programme", async found =>
    {
        if (!IsRead)
        {
            throw new RuleException("mailing.unread", "Cochez que vous avez relu le message.") { Field = nameof(IsRead) };
        }

        await write.ScheduleAsync(found!, Later ? When() : null, ct);
        return found;
    }, ct);

    public Task<IActionResult> OnPostStopAsync(CancellationToken ct) => DoAsync("arrete", found =>
    {
        write.Stop(found!);
        return Task.FromResult(found);
    }, ct);

    public Task<IActionResult> OnPostCopyAsync(CancellationToken ct) => DoAsync("copie", found => Task.FromResult<Mailing?>(write.Copy(found!)), ct);

    public Task<IActionResult> OnPostDeleteAsync(CancellationToken ct) => DoAsync(null, found =>
    {
        write.Delete(found!);
        return Task.FromResult<Mailing?>(null);
    }, ct);

    public async Task ReloadAsync(CancellationToken ct)
    {
        Mailing = Id is { } id ? await db.Set<Mailing>().AsNoTracking().FirstOrDefaultAsync(mailing => mailing.Id == id, ct) : null;
        if (Mailing is null or { State: MailingState.Draft })
        {
            Groups = await audiences.ListAsync(ct);
        }

        if (Mailing is { State: MailingState.Draft or MailingState.Scheduled })
        {
            Reach = await audiences.CountAsync(Mailing.Audience, Mailing.AudienceId, ct);
        }
        else if (Mailing is not null)
        {
            Batch = await batches.CountAsync(Mailing.Id, ct);
        }
    }

    /// <exception cref="RuleException">It is not a day and time.</exception>
    private DateTime When() => DateTime.TryParse(At, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        ? at : throw new RuleException("mailing.date", "Choisissez le jour et l’heure de l’envoi.") { Field = nameof(At) };

    private async Task<IActionResult> DoAsync(string? done, Func<Mailing?, Task<Mailing?>> act, CancellationToken ct, bool mayBeNew = false)
    {
        var found = Id is { } id ? await db.Set<Mailing>().FirstOrDefaultAsync(mailing => mailing.Id == id, ct) : null;
        if (found is null && !(mayBeNew && Id is null))
        {
            return NotFound();
        }

        var left = await act(found);
        await db.SaveChangesAsync(ct);
        return left is null ? RedirectToPage("/EssConsult.Notifications/Mailings/Mailings") : RedirectToPage(new { id = left.Id, fait = done });
    }
}
