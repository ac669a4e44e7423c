using System.Runtime.CompilerServices;

namespace EssConsult.Seating.Tables;

/// <summary>
/// Who sits where in one round, with what it costs and what a swap of two people would change. Costs are whole numbers,
/// so that two machines agree; each goal weighs more than what one swap can do to the goals below it.
/// </summary>
internal sealed class Arrangement
{
    public const int OneOrganisation = 40_000;
    public const int BeyondOne = 1_000;
    public const int Repeated = 20;
    public const int MovedPerson = 15;
    public const int OffRounding = 4;

    private readonly Roster roster;
    private readonly Encounters past;
    private readonly int[][] members;
    private readonly int[] seatOf;
    private readonly int[][] organisations;
    private readonly int[][] counts;
    private readonly int[][][] costs;
    private readonly int mostPerSeat;

    public Arrangement(Roster roster, Encounters past, IReadOnlyList<IReadOnlyList<int>> tables, IReadOnlyList<int?>? before = null)
    {
        (this.roster, this.past, Before) = (roster, past, before);
        members = [.. tables.Select(table => table.ToArray())];
        TableOf = new int[roster.Count];
        seatOf = new int[roster.Count];
        organisations = [.. members.Select(_ => new int[roster.Organisations])];
        counts = [.. members.Select(_ => new int[roster.Counts.Length])];
        mostPerSeat = Repeated * past.Most;
        costs = CostTables();
        for (var table = 0; table < members.Length; table++)
        {
            for (var seat = 0; seat < members[table].Length; seat++)
            {
                Sit(members[table][seat], table, seat);
            }
        }

        Cost = Total();
        Moved = Enumerable.Range(0, roster.Count).Count(person => IsMoved(person, TableOf[person]));
    }

    public IReadOnlyList<IReadOnlyList<int>> Tables => members;

    public int[] TableOf { get; }

    /// <summary>The table of each person in the plan before; null for newcomers and for a first plan.</summary>
    public IReadOnlyList<int?>? Before { get; }

    public long Cost { get; private set; }

    public int Moved { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int MovedBy(int one, int other) =>
        Before is null ? 0 : Change(one, TableOf[other]) + Change(other, TableOf[one]);

    /// <summary>
    /// What swapping two people of different tables adds to <see cref="Cost"/>; some number above
    /// <paramref name="most"/> as soon as it is clear that it adds more than that.
    /// </summary>
    // Called millions of times within a second: too soon for the runtime's own second thoughts.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Difference(int one, int other, int most)
    {
        var (from, to) = (TableOf[one], TableOf[other]);
        var difference = MovedBy(one, other) * MovedPerson;
        var (first, second) = (roster.OrganisationOf[one], roster.OrganisationOf[other]);
        if (first != second)
        {
            difference += OneOrganisation * (Colleagues(first, to) - Colleagues(first, from) + Own(first) + Colleagues(second, from) - Colleagues(second, to) + Own(second));
        }

        foreach (var trait in roster.ValueOf)
        {
            var (leaves, comes) = (trait[one], trait[other]);
            if (leaves != comes)
            {
                difference += Step(leaves, from, -1) + Step(leaves, to, 1) + Step(comes, to, -1) + Step(comes, from, 1);
            }
        }

        // Looking up past encounters takes longest: only where meeting no old acquaintance could still save the swap.
        return difference - (mostPerSeat * (members[from].Length + members[to].Length)) > most
            ? int.MaxValue
            : difference + (Repeated * (Met(one, to, other) - Met(one, from, one) + Met(other, from, one) - Met(other, to, other)));
    }

    public void Swap(int one, int other, int difference)
    {
        Moved += MovedBy(one, other);
        Cost += difference;
        var (from, seat, to, otherSeat) = (TableOf[one], seatOf[one], TableOf[other], seatOf[other]);
        Leave(one);
        Leave(other);
        Sit(one, to, otherSeat);
        Sit(other, from, seat);
    }

    /// <summary>How many people more than one all tables deviate by, added up over the values.</summary>
    public int Excess() => Enumerable.Range(0, members.Length).Sum(ExcessOf);

    private int ExcessOf(int table)
    {
        var excess = 0;
        for (var value = 0; value < roster.Counts.Length; value++)
        {
            excess += Shares.Outside(counts[table][value], Shares.WithinOne(roster.Counts[value], members[table].Length, roster.Count));
        }

        return excess;
    }

    public Arrangement With(IReadOnlyList<IReadOnlyList<int>> tables) => new(roster, past, tables, Before);

    public IReadOnlyList<IReadOnlyList<int>> Copy() => [.. members.Select(table => table.ToArray())];

    private static int Own(int organisation) => organisation == Roster.None ? 0 : 1;

    private int Colleagues(int organisation, int table) => organisation == Roster.None ? 0 : organisations[table][organisation];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Met(int person, int table, int except)
    {
        var met = 0;
        if (mostPerSeat == 0)
        {
            return met;
        }

        foreach (var other in members[table])
        {
            met += other == except ? 0 : past.Between(person, other);
        }

        return met;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Step(int value, int table, int change)
    {
        if (value == Roster.None)
        {
            return 0;
        }

        var (cost, count) = (costs[value][members[table].Length], counts[table][value]);
        return cost[count + change] - cost[count];
    }

    private bool IsMoved(int person, int table) => Before?[person] is { } before && before != table;

    private int Change(int person, int table) => (IsMoved(person, table) ? 1 : 0) - (IsMoved(person, TableOf[person]) ? 1 : 0);

    private void Leave(int person) => Count(person, -1);

    private void Sit(int person, int table, int seat)
    {
        (TableOf[person], seatOf[person], members[table][seat]) = (table, seat, person);
        Count(person, 1);
    }

    private void Count(int person, int change)
    {
        var table = TableOf[person];
        foreach (var trait in roster.ValueOf)
        {
            if (trait[person] != Roster.None)
            {
                counts[table][trait[person]] += change;
            }
        }

        if (roster.OrganisationOf[person] is var organisation and not Roster.None)
        {
            organisations[table][organisation] += change;
        }
    }

    /// <summary>By value, size of the table and count at the table.</summary>
    private int[][][] CostTables()
    {
        var largest = members.Max(table => table.Length);
        return [.. roster.Counts.Select(count => Enumerable.Range(0, largest + 1).Select(size => Enumerable.Range(0, size + 1).Select(number =>
            (BeyondOne * Shares.Outside(number, Shares.WithinOne(count, size, roster.Count))) + (OffRounding * Shares.Outside(number, Shares.Rounded(count, size, roster.Count)))).ToArray()).ToArray())];
    }

    private long Total() =>
        Sum((value, table) => costs[value][members[table].Length][counts[table][value]])
        + members.SelectMany(Encounters.Pairs).Sum(pair => (long)Repeated * past.Between(pair.One, pair.Other))
        + ((long)OneOrganisation * SameOrganisation.Pairs(roster, members))
        + (MovedPerson * Enumerable.Range(0, roster.Count).Count(person => IsMoved(person, TableOf[person])));

    private int Sum(Func<int, int, int> of) => Enumerable.Range(0, members.Length).Sum(table => Enumerable.Range(0, roster.Counts.Length).Sum(value => of(value, table)));
}
