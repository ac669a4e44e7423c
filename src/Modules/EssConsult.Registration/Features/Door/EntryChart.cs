using EssConsult.Registration.Door;

namespace EssConsult.Registration.Features.Door;

/// <summary>First entries in steps of five minutes, from the first to the last; of a longer day the steps in which somebody came, the last forty-eight.</summary>
internal sealed record EntryChart(IReadOnlyList<(DateTime FromUtc, int Entries)> Steps)
{
    private const int MostSteps = 48;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    public int Tallest => Steps.Count == 0 ? 0 : Steps.Max(step => step.Entries);

    public static EntryChart Of(IReadOnlyList<Passage> entries)
    {
        if (entries.Count == 0)
        {
            return new EntryChart([]);
        }

        var counts = entries.GroupBy(entry => entry.AtUtc.Ticks / Step.Ticks).ToDictionary(step => step.Key, step => step.Count());
        var (first, last) = (counts.Keys.Min(), counts.Keys.Max());

        // A device whose clock is a day off must not stretch the picture: steps without anybody are left out then.
        var shown = last - first < MostSteps ? Enumerable.Range(0, (int)(last - first) + 1).Select(step => first + step) : counts.Keys.Order().TakeLast(MostSteps);
        return new EntryChart([.. shown.Select(step => (new DateTime(step * Step.Ticks, DateTimeKind.Utc), counts.GetValueOrDefault(step)))]);
    }
}
