using System.Globalization;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Time;

/// <summary>Waits some days, or until an instant; in working time unless the author says otherwise.</summary>
internal sealed class EssWaitTask(TimeProvider clock) : IDescribedActivity
{
    private const int MostDays = 3660;

    public static ActivityDescription Description { get; } = new(nameof(EssWaitTask), ActivityCategory.Time, "Attendre")
    {
        Help = "Un nombre de jours, ou une date. En heures ouvrées : de 8 h à 20 h, ni samedi, ni dimanche, ni jour férié.",
        Settings =
        [
            new("Days", SettingKind.Number, "Combien de jours"), new("Until", SettingKind.Liquid, "Ou jusqu’à quelle date"), new("WorkingHours", SettingKind.Flag, "En heures ouvrées") { IsOnByDefault = true },
        ],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var isWorking = call.Settings.Flag("WorkingHours", otherwise: true);
        var until = (await call.LiquidAsync("Until")).Trim();
        var at = until.Length > 0 ? Instant(until) : Later(now, Days(call), isWorking);
        at = isWorking ? WorkingTime.OnOrAfter(at) : at;
        return at > now ? ActivityResult.HaltUntil(at) : ActivityResult.Done;
    }

    public ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Done);

    private static DateTime Later(DateTime now, int days, bool isWorking) => isWorking ? WorkingTime.AddDays(now, days) : now.ToParis().AddDays(days).FromParis();

    private static int Days(IActivityCall call) => int.TryParse(call.Settings.AnyText("Days"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var days) && days is >= 0 and <= MostDays
        ? days
        : throw new RuleException("workflow.days", "Le nombre de jours à attendre va de 0 à {0}.", MostDays);

    /// <summary>A date without a zone is by the clock of Paris.</summary>
    private static DateTime Instant(string text) => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
        ? at.Kind == DateTimeKind.Unspecified ? at.FromParis() : at.ToUniversalTime()
        : throw new RuleException("workflow.date", "« {0} » n’est pas une date.", text);
}
