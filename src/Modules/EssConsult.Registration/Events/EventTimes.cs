using System.Globalization;

namespace EssConsult.Registration.Events;

/// <summary>When an event is, in one line, by the clock of Paris.</summary>
internal static class EventTimes
{
    /// <summary>« 8 avril 2015 », « 12 mai 2027, 9 h 00 – 12 h 00 », « 1er avril 2015 – 30 juin 2015 ».</summary>
    public static string When(this EventRow row, CultureInfo? culture = null)
    {
        culture ??= CultureInfo.CurrentUICulture;
        var (starts, ends) = (row.StartsUtc.ToParis(), row.EndsUtc.ToParis());
        if (starts.Date == ends.Date)
        {
            return IsWhole(starts, ends) ? starts.Written(culture) : $"{row.StartsUtc.MomentIn(culture)} – {row.EndsUtc.HourIn(culture)}";
        }

        return IsWhole(starts, ends) ? $"{starts.Written(culture)} – {ends.Written(culture)}" : $"{row.StartsUtc.MomentIn(culture)} – {row.EndsUtc.MomentIn(culture)}";
    }

    /// <summary>From midnight to the last minute: nobody knows the hour, or it does not matter.</summary>
    private static bool IsWhole(DateTime starts, DateTime ends) => starts.TimeOfDay == TimeSpan.Zero && ends.TimeOfDay >= new TimeSpan(23, 59, 0);
}
