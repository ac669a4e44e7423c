using Google.OrTools.Graph;

namespace EssConsult.JuryStatistics.Assignment;

/// <summary>
/// The assignment with the greatest gain less the price of uneven loads, exactly: a flow of least cost whose arcs out of a juror cost
/// more with each reading, so that the squares of loads are held down without a second pass.
/// </summary>
/// <remarks>A. Goldberg, « An efficient implementation of a scaling minimum-cost flow algorithm », Journal of Algorithms 22, 1997, by OR-Tools; one thread, arcs in the order of ids.</remarks>
internal static class CheapestFlow
{
    // Noise asks for room in 64 bits beside the costs; where the solver says that it is too much, it gets less.
    private const int Narrower = 256;
    private const long MostNoise = 1L << 32;

    /// <param name="board">Gains and ties.</param>
    /// <param name="places">What is to be given.</param>
    /// <param name="filled">How many places in all: no more than there can be.</param>
    /// <param name="balance">In millionths of a gain.</param>
    /// <returns>By entry, then by juror.</returns>
    public static bool[][] Solve(Board board, Places places, int filled, long balance)
    {
        if (filled == 0)
        {
            return Array.ConvertAll(places.Open, row => new bool[row.Length]);
        }

        var greatest = Board.Unit + (balance * places.Room.Zip(places.Held, (room, held) => (long)Math.Min(room, places.Entries) + held).Max());
        var noise = Math.Min(MostNoise, long.MaxValue / (2L * (places.Entries + places.Jurors + 3)) / greatest / (filled + 1));
        while (true)
        {
            using var flow = new MinCostFlow();
            var pairs = Build(flow, board, places, filled, balance, Math.Max(1, noise));
            var status = flow.Solve();
            if (status == MinCostFlowBase.Status.OPTIMAL)
            {
                return Read(flow, pairs, places);
            }

            if (status != MinCostFlowBase.Status.BAD_COST_RANGE || noise <= 1)
            {
                throw new InvalidOperationException($"The flow ended with {status}.");
            }

            noise /= Narrower;
        }
    }

    private static List<(int Entry, int Juror, int Arc)> Build(MinCostFlow flow, Board board, Places places, int filled, long balance, long noise)
    {
        // All noise together stays below one unit of cost: it decides between equals and never against a gain.
        var unit = noise == 1 ? 1 : noise * (filled + 1);
        var (source, sink, lightest) = (places.Jurors + places.Entries, places.Jurors + places.Entries + 1, places.Held.Min());
        var pairs = new List<(int, int, int)>();
        for (var juror = 0; juror < places.Jurors; juror++)
        {
            // Least loads are no arcs: they stand at the juror already and are taken from the source.
            flow.SetNodeSupply(juror, places.Least[juror]);
            for (var load = places.Least[juror]; load < Math.Min(places.Room[juror], places.Entries); load++)
            {
                flow.AddArcWithCapacityAndUnitCost(source, juror, 1, balance * (places.Held[juror] - lightest + load) * unit);
            }

            for (var entry = 0; entry < places.Entries; entry++)
            {
                if (places.Open[entry][juror] && places.Needed[entry] > 0 && places.Room[juror] > 0)
                {
                    var tie = noise == 1 ? 0 : (long)Math.BigMul(board.Ties[entry][juror], (ulong)noise, out _);
                    pairs.Add((entry, juror, flow.AddArcWithCapacityAndUnitCost(juror, places.Jurors + entry, 1, (-board.Gains[entry][juror] * unit) + tie)));
                }
            }
        }

        for (var entry = 0; entry < places.Entries; entry++)
        {
            flow.AddArcWithCapacityAndUnitCost(places.Jurors + entry, sink, places.Needed[entry], 0);
        }

        flow.SetNodeSupply(source, filled - places.Least.Sum());
        flow.SetNodeSupply(sink, -filled);
        return pairs;
    }

    private static bool[][] Read(MinCostFlow flow, List<(int Entry, int Juror, int Arc)> pairs, Places places)
    {
        var given = Array.ConvertAll(places.Open, row => new bool[row.Length]);
        foreach (var (entry, juror, arc) in pairs)
        {
            given[entry][juror] = flow.Flow(arc) == 1;
        }

        return given;
    }
}
