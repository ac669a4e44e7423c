namespace EssConsult.Notifications.News;

/// <summary>When no mail of news goes to a person: from one full hour to another, Paris time, past midnight where the first is the later; and on Sunday.</summary>
/// <param name="From">0 to 23; equal to <paramref name="Until"/>: never.</param>
/// <param name="Until">0 to 23.</param>
internal readonly record struct QuietHours(int From, int Until, bool Sunday)
{
    public static readonly QuietHours Usual = new(20, 8, Sunday: true);

    public bool Cover(DateTime paris) => (Sunday && paris.DayOfWeek == DayOfWeek.Sunday)
        || (From <= Until ? paris.Hour >= From && paris.Hour < Until : paris.Hour >= From || paris.Hour < Until);
}
