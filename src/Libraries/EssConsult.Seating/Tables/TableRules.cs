namespace EssConsult.Seating.Tables;

/// <summary>What a request must fulfil before anybody is seated.</summary>
internal static class TableRules
{
    /// <exception cref="ArgumentException">Says which rule is broken.</exception>
    public static void Check(TableRequest request) => Refuse(nameof(request),
        request.People.Count == 0 ? "Nobody is there."
        : request.Tables < 1 ? $"{request.Tables} tables are too few."
        : request.Rounds < 1 ? $"{request.Rounds} rounds are too few."
        : Wrong(request.Seats, request.Tables, request.People.Count));

    /// <exception cref="ArgumentException">Says which rule is broken.</exception>
    public static void Check(TablePlan plan, RebalanceRequest request) => Refuse(nameof(request),
        request.Present.Count == 0 ? "Nobody is there."
        : request.MinimumSize < 1 ? $"A minimum of {request.MinimumSize} people a table is too few."
        : request.MostMoved is not (>= 0 and <= 1) ? $"The share of people moved is {request.MostMoved}; it lies between 0 and 1."
        : request.FirstRound < 0 || request.FirstRound >= plan.Rounds.Count ? $"The plan has {plan.Rounds.Count} rounds, and none with number {request.FirstRound}."
        : plan.Rounds.Skip(request.FirstRound).Select(round => Wrong(request.Seats, round.Tables.Count, request.Present.Count)).FirstOrDefault(wrong => wrong is not null));

    private static string? Wrong(IReadOnlyList<int>? seats, int tables, int people) =>
        seats is null ? null
        : seats.Count != tables ? $"Seats are given for {seats.Count} tables of {tables}."
        : seats.Any(count => count < 0) ? "A table has fewer than 0 seats."
        : seats.Sum(count => (long)count) < people ? $"{people} people have {seats.Sum(count => (long)count)} seats."
        : null;

    private static void Refuse(string request, string? wrong)
    {
        if (wrong is not null)
        {
            throw new ArgumentException(wrong, request);
        }
    }
}
