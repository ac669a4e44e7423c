using System.Globalization;

namespace EssConsult.Contributions;

internal static class PhaseDates
{
    /// <summary>The étape's days in the reader's language: « 3 mars », « 3 mars – 30 avril 2026 », « avril 2015 » for a whole month.</summary>
    public static string Dates(this Phase phase)
    {
        var (starts, ends) = (phase.StartsUtc?.ToParis(), phase.EndsUtc?.AddTicks(-1).ToParis());
        if (starts is null && ends is null)
        {
            return string.Empty;
        }

        if (starts is { } first && ends is { } last)
        {
            return first.Date == last.Date ? Day(first)
                : first.Day == 1 && last.AddDays(1).Day == 1 && (first.Year, first.Month) == (last.Year, last.Month) ? first.ToString("MMMM yyyy", CultureInfo.CurrentCulture)
                : $"{first.Written(CultureInfo.CurrentCulture, first.Year == last.Year ? "d MMMM" : "d MMMM yyyy")} – {Day(last)}";
        }

        return Day(starts ?? ends!.Value);
    }

    private static string Day(DateTime day) => day.Written(CultureInfo.CurrentCulture);
}
