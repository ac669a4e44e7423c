using System.Globalization;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Time;

/// <summary>Waits some days, or until an instant; in working time unless the author says otherwise.</summary>
internal sealed class EssWaitTask(TimeProvider clock) : IDescribedActivity
{
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
        var isWorking = WaitingDays.AreWorking(call);
        var until = (await call.LiquidAsync("Until")).Trim();
        var at = until.Length == 0 ? WaitingDays.After(now, WaitingDays.Of(call), isWorking) : isWorking ? WorkingTime.OnOrAfter(Instant(until)) : Instant(until);
        return at > now ? ActivityResult.HaltUntil(at) : ActivityResult.Done;
    }

    public ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Done);

    /// <summary>A date without a zone is by the clock of Paris.</summary>
    private static DateTime Instant(string text) => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
        ? at.Kind == DateTimeKind.Unspecified ? at.FromParis() : at.ToUniversalTime()
        : throw new RuleException("workflow.date", "« {0} » n’est pas une date.", text);
}
