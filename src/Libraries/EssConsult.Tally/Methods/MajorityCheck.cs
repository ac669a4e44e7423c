namespace EssConsult.Tally.Methods;

/// <summary>Whether votes are the part of the base that the rule asks.</summary>
internal static class MajorityCheck
{
    public static bool ReachesMajority(this Counting counting, int option, long votes, Majority majority)
    {
        var of = counting.BaseOf(majority);
        var reached = majority.Reached(votes, of);
        counting.Say(reached ? TraceKind.MajorityReached : TraceKind.MajorityMissed, [option], ("of", of), ("needed", majority.Needed * of), ("votes", votes));
        return reached;
    }

    public static void CloseMajority(this Counting counting, Majority majority)
    {
        var of = counting.BaseOf(majority);
        counting.Majority = new MajorityVerdict(of, majority.Needed * of, majority.MoreThan, counting.Winners.Count > 0 || counting.IsOpen);
    }
}
