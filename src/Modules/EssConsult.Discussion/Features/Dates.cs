using System.Globalization;

namespace EssConsult.Discussion.Features;

/// <summary>Dates as readers say them, in Paris.</summary>
internal static class Dates
{
    public static string Day(this DateTime utc) => utc.ToParis().ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Moment(this DateTime utc) =>
        utc.ToParis().ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? "d MMMM yyyy, H 'h' mm" : "d MMMM yyyy, H:mm", CultureInfo.CurrentCulture);

    public static string Iso(this DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
