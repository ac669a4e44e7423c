using Google.OrTools.Sat;

namespace EssConsult.Seating.Tables;

/// <summary>
/// The exact core of balancing: people with the same traits are one class, and the unknowns are how many of each class
/// sit at each table. CP-SAT looks for the matrix with the least deviation beyond one person, or proves that there is
/// always some. One worker and limits in the solver's own deterministic time make the answer repeatable.
/// </summary>
internal sealed class ClassMatrix
{
    private const double WallSeconds = 60;

    private readonly Roster roster;
    private readonly IReadOnlyList<IReadOnlyList<int>> start;
    private readonly int[][] classes;

    /// <param name="start">All tables, or some of them; their people stay among them.</param>
    public ClassMatrix(Roster roster, IReadOnlyList<IReadOnlyList<int>> start)
    {
        (this.roster, this.start) = (roster, start);
        classes = [.. start.SelectMany(table => table).Order().GroupBy(person => string.Join(',', roster.ValueOf.Select(trait => trait[person]))).Select(people => people.ToArray())];
    }

    /// <summary>Number of unknowns.</summary>
    public int Size => classes.Length * start.Count;

    /// <param name="seconds">The solver's deterministic time, about as long as real time on an idle core.</param>
    /// <returns>
    /// Tables with the least sum of deviations beyond one person that was found, and the sum below which none can be.
    /// </returns>
    public (IReadOnlyList<IReadOnlyList<int>> Tables, int Least) Solve(double seconds, int seed)
    {
        var model = new CpModel();
        var matrix = classes.Select(members => start.Select(table => model.NewIntVar(0, Math.Min(members.Length, table.Count), string.Empty)).ToArray()).ToArray();
        foreach (var (row, members) in matrix.Zip(classes))
        {
            model.Add(LinearExpr.Sum(row) == members.Length);
            foreach (var (count, table) in row.Zip(start))
            {
                model.AddHint(count, table.Count(members.Contains));
            }
        }

        var beyond = start.SelectMany((table, column) => Constrain(model, [.. matrix.Select(row => row[column])], table)).ToList();
        model.Minimize(LinearExpr.Sum(beyond));
        using var solver = new CpSolver();
        solver.StringParameters = FormattableString.Invariant(
            $"num_workers:1 random_seed:{seed & int.MaxValue} max_deterministic_time:{seconds} max_time_in_seconds:{WallSeconds}");
        var status = solver.Solve(model);
        var least = Math.Max(0, (int)Math.Ceiling(solver.BestObjectiveBound - 1e-6));
        return (status is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? Seat((row, column) => (int)solver.Value(matrix[row][column])) : start, least);
    }

    /// <summary>One table holds its people, and each value's count lies within one of its share but for what is returned.</summary>
    private IEnumerable<IntVar> Constrain(CpModel model, IntVar[] column, IReadOnlyList<int> table)
    {
        model.Add(LinearExpr.Sum(column) == table.Count);
        for (var value = 0; value < roster.Counts.Length; value++)
        {
            bool Has(int person) => roster.ValueOf.Any(trait => trait[person] == value);
            var range = Shares.WithinOne(roster.Counts[value], table.Count, roster.Count);
            var having = column.Where((_, row) => Has(classes[row][0])).ToList();
            if (having.Count == 0 && range.Least == 0)
            {
                continue;
            }

            var outside = model.NewIntVar(0, Math.Max(table.Count, range.Least), string.Empty);
            model.AddHint(outside, Shares.Outside(table.Count(Has), range));
            model.Add(LinearExpr.Sum(having) - outside <= range.Most);
            model.Add(LinearExpr.Sum(having) + outside >= range.Least);
            yield return outside;
        }
    }

    private List<int>[] Seat(Func<int, int, int> matrix)
    {
        var tables = start.Select(_ => new List<int>()).ToArray();
        for (var row = 0; row < classes.Length; row++)
        {
            var next = 0;
            for (var column = 0; column < tables.Length; column++)
            {
                var count = matrix(row, column);
                tables[column].AddRange(classes[row].AsSpan(next, count));
                next += count;
            }
        }

        return tables;
    }
}
