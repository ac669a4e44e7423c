using Google.OrTools.Graph;

namespace EssConsult.JuryStatistics.Assignment;

/// <summary>A second flow, in which loads may exceed their bounds at a price and nothing else costs.</summary>
internal static class RepairFlow
{
    /// <returns>Of each juror, readings beyond the room that is left.</returns>
    public static int[] Solve(Places places)
    {
        var wanted = places.Needed.Zip(places.Open, (needed, row) => Math.Min(needed, row.Count(open => open))).ToArray();
        using var flow = new MinCostFlow();
        var (source, sink, total) = (places.Jurors + places.Entries, places.Jurors + places.Entries + 1, wanted.Sum());

        // One reading more weighs more than any spreading of those that there have to be.
        var (extra, one) = (new List<(int Juror, int Arc)>(), ((long)total * total) + 1);
        for (var juror = 0; juror < places.Jurors; juror++)
        {
            flow.AddArcWithCapacityAndUnitCost(source, juror, Math.Min(places.Room[juror], places.Entries), 0);
            for (var more = places.Room[juror]; more < places.Entries; more++)
            {
                extra.Add((juror, flow.AddArcWithCapacityAndUnitCost(source, juror, 1, one + more - places.Room[juror])));
            }

            for (var entry = 0; entry < places.Entries; entry++)
            {
                if (places.Open[entry][juror])
                {
                    flow.AddArcWithCapacityAndUnitCost(juror, places.Jurors + entry, 1, 0);
                }
            }
        }

        for (var entry = 0; entry < places.Entries; entry++)
        {
            flow.AddArcWithCapacityAndUnitCost(places.Jurors + entry, sink, wanted[entry], 0);
        }

        flow.SetNodeSupply(source, total);
        flow.SetNodeSupply(sink, -total);
        if (flow.Solve() is var status && status != MinCostFlowBase.Status.OPTIMAL)
        {
            throw new InvalidOperationException($"The flow ended with {status}.");
        }

        var beyond = new int[places.Jurors];
        foreach (var (juror, arc) in extra)
        {
            beyond[juror] += (int)flow.Flow(arc);
        }

        return beyond;
    }
}
