using System.Globalization;
using EssConsult.Kernel.Data;

namespace EssConsult.Kernel.Pages;

/// <summary>Dates as readers say them, in Paris.</summary>
public static class Dates
{
    public static string Day(this DateTime utc) => utc.ToParis().ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Moment(this DateTime utc) => utc.MomentIn(CultureInfo.CurrentUICulture);

    /// <summary>For whoever reads another language than the present request's.</summary>
    public static string MomentIn(this DateTime utc, CultureInfo culture) =>
        utc.ToParis().ToString("d MMMM yyyy", culture) + ", " + utc.HourIn(culture);

    /// <summary>« 9 h 30 », 9:30.</summary>
    public static string Hour(this DateTime utc) => utc.HourIn(CultureInfo.CurrentUICulture);

    public static string HourIn(this DateTime utc, CultureInfo culture) =>
        utc.ToParis().ToString(culture.TwoLetterISOLanguageName == "fr" ? "H 'h' mm" : "H:mm", culture);

    public static string Iso(this DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
