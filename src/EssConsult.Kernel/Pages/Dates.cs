using System.Globalization;
using EssConsult.Kernel.Data;

namespace EssConsult.Kernel.Pages;

/// <summary>Dates as readers say them, in Paris.</summary>
public static class Dates
{
    public static string Day(this DateTime utc) => utc.ToParis().Written(CultureInfo.CurrentCulture);

    public static string Moment(this DateTime utc) => utc.MomentIn(CultureInfo.CurrentUICulture);

    /// <summary>For whoever reads another language than the present request's.</summary>
    public static string MomentIn(this DateTime utc, CultureInfo culture) =>
        utc.ToParis().Written(culture) + ", " + utc.HourIn(culture);

    /// <summary>« 9 h 30 », 9:30.</summary>
    public static string Hour(this DateTime utc) => utc.HourIn(CultureInfo.CurrentUICulture);

    public static string HourIn(this DateTime utc, CultureInfo culture) =>
        utc.ToParis().ToString(culture.TwoLetterISOLanguageName == "fr" ? "H 'h' mm" : "H:mm", culture);

    /// <summary>What stands on the wall of Paris: « 2 mars 2027 », and « 1er mars 2027 » as French has it.</summary>
    public static string Written(this DateTime wall, CultureInfo culture, string format = "d MMMM yyyy") =>
        wall.Day == 1 && format.StartsWith("d MMM", StringComparison.Ordinal) && culture.TwoLetterISOLanguageName == "fr" ? "1er" + wall.ToString(format[1..], culture) : wall.ToString(format, culture);

    public static string Iso(this DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
