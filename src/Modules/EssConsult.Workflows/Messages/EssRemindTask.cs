using System.Globalization;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Time;

namespace EssConsult.Workflows.Messages;

/// <summary>
/// Reminds people again and again, some days apart, until a number of reminders went out. Beside it in a fork stands what is waited for;
/// a join that takes any branch ends the reminders once it has come.
/// </summary>
internal sealed class EssRemindTask(CircuitNews news, ICircuitPeople people, TimeProvider clock) : IDescribedActivity
{
    private const int MostTimes = 20, UsualTimes = 3;
    private const string Sent = nameof(Sent);

    public static ActivityDescription Description { get; } = new(nameof(EssRemindTask), ActivityCategory.Message, "Rappeler")
    {
        Help = "Un premier rappel après ce nombre de jours, puis d’autres, jusqu’au dernier. Mettez ce que l’on attend dans une autre branche, et réunissez-les : les rappels cessent quand cela arrive.",
        Settings =
        [
            new("Days", SettingKind.Number, "Tous les combien de jours") { IsRequired = true }, new("Times", SettingKind.Number, "Combien de rappels au plus"), new("WorkingHours", SettingKind.Flag, "En heures ouvrées") { IsOnByDefault = true },
            new("UserNames", SettingKind.Liquid, "Qui"), new("Roles", SettingKind.Roles, "Ou quels rôles"), .. MailSettingsOf.Words,
        ],
        Outcomes = ["Done", "Failed"],
    };

    /// <summary>What went out before a fault counts when the run is tried again.</summary>
    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(Next(call));

    public async ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct)
    {
        IReadOnlyList<string> reminded = [.. (await people.NamedAsync(call)).Concat(await people.InRolesAsync(call, ct)).Distinct()];
        if (reminded.Count == 0)
        {
            call.Own.Remove(Sent);
            return ActivityResult.Of("Failed");
        }

        await news.TellPeopleAsync(call, call.HasExpression("UserNames") ? CircuitNews.ToPerson : CircuitNews.ToRole, reminded, ct);
        var sent = (call.Own[Sent]?.GetValue<int>() ?? 0) + 1;
        call.Own[Sent] = sent;
        if (sent < Times(call))
        {
            return Next(call);
        }

        call.Own.Remove(Sent);
        return ActivityResult.Done;
    }

    private ActivityResult Next(IActivityCall call) => ActivityResult.HaltUntil(WaitingDays.After(clock.UtcNow(), Math.Max(1, WaitingDays.Of(call)), WaitingDays.AreWorking(call)));

    private static int Times(IActivityCall call) => int.TryParse(call.Settings.AnyText("Times"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var times) && times > 0 ? Math.Min(times, MostTimes) : UsualTimes;
}
