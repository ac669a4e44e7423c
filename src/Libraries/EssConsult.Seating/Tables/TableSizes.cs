namespace EssConsult.Seating.Tables;

/// <summary>How many people each table gets.</summary>
internal static class TableSizes
{
    /// <summary>As equal as the seats allow: people come in one by one and each takes the emptiest table that has a seat.</summary>
    /// <exception cref="ArgumentException">There are fewer seats than people.</exception>
    public static int[] Of(int people, int tables, IReadOnlyList<int>? seats)
    {
        var sizes = new int[tables];
        Fill(sizes, people, seats);
        return sizes;
    }

    /// <summary>Adds people to the emptiest tables; a table may be left out by giving it no seat.</summary>
    public static void Fill(int[] sizes, int people, IReadOnlyList<int>? seats)
    {
        for (var person = 0; person < people; person++)
        {
            var emptiest = Enumerable.Range(0, sizes.Length).Where(table => seats is null || sizes[table] < seats[table]).DefaultIfEmpty(-1).MinBy(table => table < 0 ? 0 : sizes[table]);
            if (emptiest < 0)
            {
                throw new ArgumentException($"{people - person} people find no seat.", nameof(seats));
            }

            sizes[emptiest]++;
        }
    }
}
