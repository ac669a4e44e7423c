namespace EssConsult.Seating.Tables;

/// <summary>One round of a plan with those who came: closes tables, gives everybody a seat and evens out the sizes, moving few.</summary>
internal sealed class Attendance
{
    private readonly RebalanceRequest request;
    private readonly int?[] before;
    private readonly List<int>[] tables;
    private readonly int[] seats;
    private readonly int budget;

    public Attendance(Roster roster, TableRound planned, RebalanceRequest request)
    {
        this.request = request;
        budget = Budget(roster, request);
        before = new int?[roster.Count];
        tables = [.. planned.Tables.Select((ids, table) => Come(roster, ids, table))];
        seats = [.. Enumerable.Range(0, tables.Length).Select(table => request.Seats?[table] ?? roster.Count)];
        Close();
        SeatTheRest();
        Even();
    }

    public IReadOnlyList<IReadOnlyList<int>> Tables => tables;

    /// <summary>The table of each person in the plan; null for newcomers.</summary>
    public IReadOnlyList<int?> Before => before;

    public static int Budget(Roster roster, RebalanceRequest request) => (int)(request.MostMoved * roster.Count);

    private List<int> Come(Roster roster, IReadOnlyList<string> ids, int table)
    {
        List<int> here = [.. ids.Select(roster.Find).OfType<int>()];
        here.ForEach(person => before[person] = table);
        return here;
    }

    private void Close()
    {
        var open = tables.Length;
        foreach (var table in Enumerable.Range(0, tables.Length).OrderBy(table => tables[table].Count).ThenByDescending(table => table))
        {
            if (open > 1 && before.Length < open * request.MinimumSize && seats.Sum(count => (long)count) - seats[table] >= before.Length)
            {
                (seats[table], open) = (0, open - 1);
                tables[table].Clear();
            }
        }
    }

    private void SeatTheRest()
    {
        for (var table = 0; table < tables.Length; table++)
        {
            if (tables[table].Count > seats[table])
            {
                throw new ArgumentException($"Table {table} has {seats[table]} seats for {tables[table].Count} who are there.", nameof(request));
            }
        }

        var seated = tables.SelectMany(table => table).ToHashSet();
        int[] waiting = [.. Enumerable.Range(0, before.Length).Where(person => !seated.Contains(person))];
        var sizes = tables.Select(table => table.Count).ToArray();
        TableSizes.Fill(sizes, waiting.Length, seats);
        var next = 0;
        for (var table = 0; table < tables.Length; table++)
        {
            var count = sizes[table] - tables[table].Count;
            tables[table].AddRange(waiting.AsSpan(next, count));
            next += count;
        }
    }

    private void Even()
    {
        while (true)
        {
            var open = Enumerable.Range(0, tables.Length).Where(table => seats[table] > 0).ToList();
            var (largest, smallest) = (open.MaxBy(table => tables[table].Count), open.Where(table => tables[table].Count < seats[table]).DefaultIfEmpty(-1).MinBy(table => table < 0 ? 0 : tables[table].Count));
            if (smallest < 0 || tables[largest].Count - tables[smallest].Count < 2 || (Moved() >= budget && tables[smallest].Count >= request.MinimumSize))
            {
                return;
            }

            // Whoever has no planned seat here first: a swap may bring the right one later.
            var goes = tables[largest].OrderBy(person => before[person] == largest).ThenByDescending(person => person).First();
            tables[largest].Remove(goes);
            tables[smallest].Add(goes);
        }
    }

    private int Moved() => tables.Select((people, table) => people.Count(person => before[person] is { } planned && planned != table)).Sum();
}
