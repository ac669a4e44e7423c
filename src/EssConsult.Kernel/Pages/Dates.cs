using System.Globalization;
using EssConsult.Kernel.Data;

namespace EssConsult.Kernel.Pages;

/// <summary>Dates as readers say them, in Paris.</summary>
public static class Dates
{
    public static string Day(this DateTime utc) => utc.ToParis().ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Moment(this DateTime utc) =>
        utc.ToParis().ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? "d MMMM yyyy, H 'h' mm" : "d MMMM yyyy, H:mm", CultureInfo.CurrentCulture);

    public static string Iso(this DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
