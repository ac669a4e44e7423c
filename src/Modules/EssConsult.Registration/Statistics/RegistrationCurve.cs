using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Statistics;

/// <param name="Day">By the clock of Paris.</param>
/// <param name="Came">Seats asked for that day.</param>
/// <param name="Left">Seats given back that day.</param>
/// <param name="Total">Seats asked for and not given back by the end of that day.</param>
internal sealed record CurveDay(DateOnly Day, int Came, int Left, int Total);

/// <summary>How registrations came over time; one query, grouped here because days are those of Paris.</summary>
internal sealed class RegistrationCurve(SiteDb db)
{
    private const int MostDays = 400;

    public async Task<IReadOnlyList<CurveDay>> ReadAsync(string eventId, CancellationToken ct)
    {
        var (came, left) = (new Dictionary<DateOnly, int>(), new Dictionary<DateOnly, int>());
        await foreach (var row in db.Set<Registration>().AsNoTracking().Where(row => row.EventId == eventId).Select(row => new { row.Seats, row.CreatedUtc, row.EndedUtc }).AsAsyncEnumerable().WithCancellation(ct))
        {
            Add(came, row.CreatedUtc, row.Seats);
            if (row.EndedUtc is { } ended)
            {
                Add(left, ended, row.Seats);
            }
        }

        return Days(came, left);
    }

    private static List<CurveDay> Days(Dictionary<DateOnly, int> came, Dictionary<DateOnly, int> left)
    {
        var days = new List<CurveDay>();
        var all = came.Keys.Concat(left.Keys).ToList();
        if (all.Count == 0)
        {
            return days;
        }

        var (total, last) = (0, all.Max());
        for (var day = all.Min(); day <= last && days.Count < MostDays; day = day.AddDays(1))
        {
            total += came.GetValueOrDefault(day) - left.GetValueOrDefault(day);
            days.Add(new CurveDay(day, came.GetValueOrDefault(day), left.GetValueOrDefault(day), total));
        }

        return days;
    }

    private static void Add(Dictionary<DateOnly, int> counts, DateTime utc, int seats)
    {
        var day = DateOnly.FromDateTime(utc.ToParis());
        counts[day] = counts.GetValueOrDefault(day) + seats;
    }
}
