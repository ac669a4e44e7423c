namespace EssConsult.Tally.Methods;

/// <summary>How many ballots give an option each grade, from the worst; all options of a vote have the same total.</summary>
internal sealed class GradeCounts
{
    private readonly long[] upTo;

    public GradeCounts(IEnumerable<long> counts)
    {
        long sum = 0;
        upTo = [.. counts.Select(count => sum += count)];
    }

    public long Total => upTo[^1];

    /// <summary>The lower middle grade: of an even number, the worse of both in the middle.</summary>
    public int Median => GradeAt((Total - 1) / 2);

    public long Below(int grade) => grade == 0 ? 0 : upTo[grade - 1];

    public long Above(int grade) => Total - upTo[grade];

    public long Of(int grade) => upTo[grade] - Below(grade);

    /// <summary>
    /// Middle grades are removed from both, one after the other, until they differ: positive when the first is better, 0 when all grades are the same. The middle
    /// wanders down and up in turn, so that whole runs of equal grades are passed at once.
    /// </summary>
    /// <param name="removed">How many grades both had in common.</param>
    public static int Compare(GradeCounts a, GradeCounts b, out long removed, out int first, out int second)
    {
        (removed, first, second) = (0, 0, 0);
        var (low, high) = ((a.Total - 1) / 2, a.Total / 2);
        if (low == high)
        {
            if (Differ(a.GradeAt(low), b.GradeAt(low), out first, out second))
            {
                return first.CompareTo(second);
            }

            (low, high, removed) = (low - 1, high + 1, 1);
        }

        while (low >= 0)
        {
            var (lowA, lowB, highA, highB) = (a.GradeAt(low), b.GradeAt(low), a.GradeAt(high), b.GradeAt(high));
            if (Differ(lowA, lowB, out first, out second))
            {
                return first.CompareTo(second);
            }

            if (Differ(highA, highB, out first, out second))
            {
                removed++;
                return first.CompareTo(second);
            }

            var down = low - Math.Max(a.Below(lowA), b.Below(lowB));
            var up = Math.Min(a.upTo[highA], b.upTo[highB]) - 1 - high;
            var step = Math.Min(down, up) + 1;
            (low, high, removed) = (low - step, high + step, removed + (2 * step));
        }

        return 0;
    }

    private static bool Differ(int a, int b, out int first, out int second)
    {
        (first, second) = (a, b);
        return a != b;
    }

    private int GradeAt(long place)
    {
        var grade = 0;
        while (upTo[grade] <= place)
        {
            grade++;
        }

        return grade;
    }
}
