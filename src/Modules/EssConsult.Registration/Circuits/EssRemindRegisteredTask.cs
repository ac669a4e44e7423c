using EssConsult.Mail.Contracts;
using EssConsult.Registration.Reminders;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Circuits;

/// <summary>Asks that whoever is registered be reminded: the messages go out by the one job that writes each of them once, in the daytime.</summary>
internal sealed class EssRemindRegisteredTask(SiteDb db, RegistrationPost post, TimeProvider clock) : IDescribedActivity, IWritesMail
{
    private const string AskingNote = nameof(AskingNote), Note = nameof(Note);

    public static ActivityDescription Description { get; } = new(nameof(EssRemindRegisteredTask), ActivityCategory.Person, "Rappeler le rendez-vous aux inscrits")
    {
        Help = "Un message à chaque personne qui a une place, de jour : plus de deux jours avant, « Venez-vous toujours ? » avec la réponse en un clic ; ensuite, le rappel pratique avec le billet. Chacun des deux part une fois par personne.",
        Settings = [new(AskingNote, SettingKind.Liquid, "Un mot de plus dans « Venez-vous toujours ? »"), new(Note, SettingKind.Liquid, "Un mot de plus dans le rappel pratique")],
        Outcomes = ["Done", "Noop"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if ((call.Input["Event"]?.ToString() ?? call.ContentItemId) is not { } id
            || await db.Set<EventRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == id && row.Published && !row.IsCancelled && row.TakesRegistrations && row.ParentId == null && row.StartsUtc > now, ct) is not { } found)
        {
            return ActivityResult.Of("Noop");
        }

        var asks = found.StartsUtc - now > EventReminders.TwoDays;
        var note = await NoteAsync(call, asks);
        if (note.Length > EventReminder.LongestNote)
        {
            throw new RuleException("registration.note", "Le mot de plus compte {0} caractères au plus.", EventReminder.LongestNote);
        }

        var known = await db.Set<EventReminder>().FirstOrDefaultAsync(row => row.EventId == id && row.Asks == asks, ct);
        if (known is null)
        {
            db.Add(known = new EventReminder { EventId = id, Asks = asks });
        }

        known.Note = note.Length > 0 ? note : null;
        return ActivityResult.Done;
    }

    public async Task<IReadOnlyList<(string Subject, MailPassage Words)>> PreviewAsync(IActivityCall call) =>
        [await post.PreviewAsync("event-week", await NoteAsync(call, asks: true)), await post.PreviewAsync("event-day", await NoteAsync(call, asks: false))];

    private static async Task<string> NoteAsync(IActivityCall call, bool asks) => (await call.LiquidAsync(asks ? AskingNote : Note)).Trim();
}
