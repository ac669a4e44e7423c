namespace EssConsult.Seating.Tables;

/// <summary>
/// Balanced tables over several rounds. Goals in order: no two of one organisation at a table, every value of every trait
/// within one person of its even share, new encounters. Local search by swaps does the work; what it leaves out of balance
/// goes to the solver when the assembly is small, which also tells whether a balance exists at all.
/// </summary>
public static class TablePlanner
{
    // How much worse a swap may make things at first, in the units of Arrangement.
    private const int FromScratch = 1_500;
    private const int WithinBalance = 60;
    private const int AtTheDoor = 60;

    private const int Attempts = 3;

    // Beyond this many unknowns the solver finds nothing in two seconds that the search has not found before.
    private const int SolverSize = 600;
    private const double SolverSeconds = 2;

    /// <exception cref="ArgumentException">The request contradicts itself; the message says where.</exception>
    public static TablePlan Plan(TableRequest request)
    {
        TableRules.Check(request);
        var roster = new Roster(request.People);
        var sizes = TableSizes.Of(roster.Count, request.Tables, request.Seats);
        var goal = SameOrganisation.Unavoidable(roster, sizes) * (long)Arrangement.OneOrganisation;
        var (past, random) = (new Encounters(roster.Count), new SplitMix64((ulong)request.Seed));
        var (rounds, reports) = (new List<TableRound>(), new List<RoundReport>());
        Arrangement Deal() => new(roster, past, Dealing.Deal(roster, sizes, random));
        for (var round = 0; round < request.Rounds; round++)
        {
            var found = SwapSearch.Improve(Deal(), roster.Count, random, FromScratch, goal);
            for (var attempt = 1; attempt < Attempts && found.Excess() > 0; attempt++)
            {
                found = Better(found, SwapSearch.Improve(Deal(), roster.Count, random, FromScratch, goal));
            }

            var matrix = new ClassMatrix(roster, found.Tables);
            var least = 0;
            if (found.Excess() > 0 && matrix.Size <= SolverSize)
            {
                (var exact, least) = matrix.Solve(SolverSeconds, request.Seed);
                found = Better(found, SwapSearch.Improve(found.With(exact), roster.Count, random, WithinBalance, goal));
            }

            rounds.Add(Rounds.Name(roster, found.Tables));
            reports.Add(Rounds.Report(roster, past, found, found.Excess() == 0 ? BalanceVerdict.Balanced : least > 0 ? BalanceVerdict.Impossible : BalanceVerdict.Undecided));
            past.Add(found.Tables);
        }

        return Rounds.Plan(rounds, reports);
    }

    /// <summary>Seats those who came, moving few of them: sizes first, then the same goals as in the plan.</summary>
    /// <exception cref="ArgumentException">The request contradicts itself or the plan; the message says where.</exception>
    public static TablePlan Rebalance(TablePlan plan, RebalanceRequest request)
    {
        TableRules.Check(plan, request);
        var roster = new Roster(request.Present);
        var (past, random) = (new Encounters(roster.Count), new SplitMix64((ulong)request.Seed));
        var (rounds, reports) = (plan.Rounds.Take(request.FirstRound).ToList(), plan.Report.Rounds.Take(request.FirstRound).ToList());
        rounds.ForEach(round => past.Add(round.Tables.Select(table => table.Select(roster.Find).OfType<int>().ToArray())));
        foreach (var planned in plan.Rounds.Skip(request.FirstRound))
        {
            var attendance = new Attendance(roster, planned, request);
            var found = new Arrangement(roster, past, attendance.Tables, attendance.Before);
            for (var attempt = 0; attempt == 0 || (attempt < Attempts && found.Excess() > 0); attempt++)
            {
                found = Better(found, SwapSearch.Improve(found.With(attendance.Tables), roster.Count, random, AtTheDoor, mostMoved: Attendance.Budget(roster, request)));
            }

            rounds.Add(Rounds.Name(roster, found.Tables));
            reports.Add(Rounds.Report(roster, past, found, found.Excess() == 0 ? BalanceVerdict.Balanced : BalanceVerdict.Undecided));
            past.Add(found.Tables);
        }

        return Rounds.Plan(rounds, reports);
    }

    private static Arrangement Better(Arrangement one, Arrangement other) => other.Cost < one.Cost ? other : one;
}
