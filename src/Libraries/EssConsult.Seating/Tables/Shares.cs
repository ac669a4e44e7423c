namespace EssConsult.Seating.Tables;

/// <summary>The even share of each value at a table, in whole people.</summary>
internal static class Shares
{
    /// <summary>Counts that deviate from count × size ÷ people by at most one person.</summary>
    public static (int Least, int Most) WithinOne(int count, int size, int people)
    {
        var (whole, rest) = Math.DivRem(count * size, people);
        return rest == 0 ? (Math.Max(0, whole - 1), whole + 1) : (whole, whole + 1);
    }

    /// <summary>The even share itself, rounded down or up.</summary>
    public static (int Least, int Most) Rounded(int count, int size, int people)
    {
        var (whole, rest) = Math.DivRem(count * size, people);
        return (whole, rest == 0 ? whole : whole + 1);
    }

    /// <summary>How far a number is outside a range; 0 inside.</summary>
    public static int Outside(int number, (int Least, int Most) range) => Math.Max(0, Math.Max(range.Least - number, number - range.Most));
}
