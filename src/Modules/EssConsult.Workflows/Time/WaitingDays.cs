using System.Globalization;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Time;

/// <summary>A number of days that a box waits, in working time unless its author says otherwise.</summary>
internal static class WaitingDays
{
    private const int Most = 3660;

    public static bool AreWorking(IActivityCall call) => call.Settings.Flag("WorkingHours", otherwise: true);

    /// <exception cref="RuleException">What is set is no number of days from 0 to 3660.</exception>
    public static int Of(IActivityCall call) => int.TryParse(call.Settings.AnyText("Days"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var days) && days is >= 0 and <= Most
        ? days
        : throw new RuleException("workflow.days", "Le nombre de jours à attendre va de 0 à {0}.", Most);

    public static DateTime After(DateTime now, int days, bool isWorking) => isWorking ? WorkingTime.AddDays(now, days) : now.ToParis().AddDays(days).FromParis();
}
