namespace EssConsult.JuryStatistics.Assignment;

/// <summary>
/// Who reads what: each entry as many jurors as it wants, each juror within bounds, no forbidden pair, the greatest gain less the price
/// of uneven loads. Exact, and the same for the same request and seed whatever the order of its collections.
/// </summary>
public static class ReadingAssignment
{
    /// <returns>A draft; where something falls short, as many readings as there can be, with certificates and the cheapest repair.</returns>
    /// <exception cref="ArgumentException">The request contradicts itself.</exception>
    public static AssignmentDraft Solve(AssignmentRequest request)
    {
        var board = new Board(request);
        return Solve(board, board.Balance);
    }

    internal static AssignmentDraft Solve(Board board, long balance)
    {
        var given = Fill(board, board.Left, balance, out var entries, out var jurors);
        List<Shortage> shortages =
        [
            .. entries.Blocked().Select(rows => Lack(ShortageKind.EntriesLackJurors, rows, board.Left.Needed, board.Left.Room, board.Left.Open, board.Entries, board.Jurors)),
            .. jurors.Blocked().Select(rows => Lack(ShortageKind.JurorsLackEntries, rows, board.Left.Least, board.Left.Needed, board.Left.OpenByJuror(), board.Jurors, board.Entries)),
        ];
        return AssignmentDraft.Of(board, given, balance, shortages, shortages.Count == 0 ? null : Repair(board, jurors));
    }

    /// <summary>As many places as there can be; least loads as far as they can all be met.</summary>
    internal static bool[][] Fill(Board board, Places places, long balance, out GreatestFlow entries, out GreatestFlow jurors)
    {
        // Both can be had at once: N. Mendelsohn and A. Dulmage, « Some generalizations of the problem of distinct representatives », 1958.
        entries = new GreatestFlow(places.Needed, places.Room, places.Open);
        jurors = new GreatestFlow(places.Least, places.Needed, places.OpenByJuror());
        return CheapestFlow.Solve(board, places with { Least = [.. places.Least.Zip(jurors.Missing, (least, missing) => least - missing)] }, entries.Total, balance);
    }

    private static Shortage Lack(ShortageKind kind, int[] rows, int[] demand, int[] supply, bool[][] open, string[] rowNames, string[] columnNames)
    {
        var beside = Enumerable.Range(0, supply.Length).Select(column => (Column: column, Count: rows.Count(row => open[row][column]))).Where(column => column.Count > 0).ToList();
        var (asking, giving) = (rows.Select(row => rowNames[row]).ToArray(), beside.Select(column => columnNames[column.Column]).ToArray());
        var (entries, jurors) = kind == ShortageKind.EntriesLackJurors ? (asking, giving) : (giving, asking);
        return new Shortage(kind, entries, jurors, beside.Sum(column => Math.Min(supply[column.Column], column.Count)), rows.Sum(row => demand[row]));
    }

    private static LoadRepair Repair(Board board, GreatestFlow least)
    {
        var left = board.Left;
        return new LoadRepair(
            [.. RepairFlow.Solve(left).Index().Where(juror => juror.Item > 0).Select(juror => new LoadChange(board.Jurors[juror.Index], board.Most[juror.Index], left.Held[juror.Index] + left.Room[juror.Index] + juror.Item))],
            [.. least.Missing.Index().Where(juror => juror.Item > 0).Select(juror => new LoadChange(board.Jurors[juror.Index], left.Held[juror.Index] + left.Least[juror.Index], left.Held[juror.Index] + left.Least[juror.Index] - juror.Item))],
            [.. left.Needed.Zip(left.Open, (needed, row) => needed - row.Count(open => open)).Index().Where(entry => entry.Item > 0).Select(entry => new MissingReadings(board.Entries[entry.Index], entry.Item))]);
    }
}
