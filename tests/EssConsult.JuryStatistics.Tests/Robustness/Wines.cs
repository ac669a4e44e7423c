using EssConsult.JuryStatistics.Agreement;

namespace EssConsult.JuryStatistics.Tests.Robustness;

/// <summary>« The Judgment of Princeton », 8 June 2012: nine judges, ten wines a flight, 0 to 20; marks as the American Association of Wine Economists published them. A row is a wine.</summary>
internal static class Wines
{
    public static readonly MarkTable Red = new(
    [
        [15, 14, 17.5, 10, 13, 13, 14, 15, 19], [11, 11, 19, 17, 17, 14, 16, 19.5, 18], [12, 16, 18, 9, 13, 17, 11, 14, 8], [16, 12, 18, 14, 16, 16, 16, 12, 15],
        [14, 14, 15, 19, 12, 15, 14, 13, 15], [11, 13, 16, 12, 15, 17, 15, 16, 12], [14.5, 14, 18, 15, 10, 14, 13, 14.5, 15], [13, 12, 18, 10, 12, 15.5, 11, 15, 16],
        [10, 13, 17, 11, 8, 13, 10, 16, 7], [14.5, 11, 17.5, 18, 11, 18, 15, 16, 17],
    ]);

    public static readonly MarkTable White = new(
    [
        [10, 16, 16, 14, 17, 15.5, 10, 16, 17], [13, 14, 17, 19, 11, 15, 15, 15, 16], [14, 14, 16, 12, 13, 17, 12, 14.5, 12], [15, 16, 15, 10, 14, 18, 12, 17.5, 18],
        [8, 12, 14.5, 19, 14, 16, 15, 16.5, 15], [13, 11, 14.5, 18, 10, 17, 14, 14, 16], [15, 11, 16, 17, 9, 15, 15, 12, 15], [11, 14, 17, 16, 9, 14, 12, 15, 14],
        [9, 11, 15, 18, 10, 16, 15, 13, 17], [12, 14, 17.5, 14, 10, 17, 12, 12, 15],
    ]);
}
