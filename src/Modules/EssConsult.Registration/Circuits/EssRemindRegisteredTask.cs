using EssConsult.Registration.Reminders;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Circuits;

/// <summary>Asks that whoever is registered be reminded: the messages go out by the one job that writes each of them once, in the daytime.</summary>
internal sealed class EssRemindRegisteredTask(SiteDb db, TimeProvider clock) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssRemindRegisteredTask), ActivityCategory.Person, "Rappeler le rendez-vous aux inscrits")
    {
        Help = "Un message à chaque personne qui a une place, de jour : « Venez-vous toujours ? » avec la réponse en un clic, ou le rappel pratique avec le billet. Chacun des deux part une fois par personne.",
        Settings = [new("Asks", SettingKind.Flag, "Demander si la personne vient toujours ; sinon, le rappel pratique"), new("Note", SettingKind.Liquid, "Un mot de plus")],
        Outcomes = ["Done", "Noop"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if ((call.Input["Event"]?.ToString() ?? call.ContentItemId) is not { } id || !await db.Set<EventRow>().AnyAsync(row => row.ContentItemId == id && row.Published && !row.IsCancelled && row.TakesRegistrations && row.StartsUtc > now, ct))
        {
            return ActivityResult.Of("Noop");
        }

        var (asks, note) = (call.Settings.AnyText("Asks") is "true" or "True", (await call.LiquidAsync("Note")).Trim());
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
}
