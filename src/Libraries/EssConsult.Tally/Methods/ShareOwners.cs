namespace EssConsult.Tally.Methods;

/// <summary>Voters with the same approvals, and whom each option can ask for money.</summary>
internal sealed class ShareOwners
{
    public ShareOwners(Counting counting)
    {
        var valid = new Ballots(counting.Options);
        foreach (var row in counting.Valid)
        {
            valid.Add(counting.Ballots[row]);
        }

        var groups = valid.Grouped();
        Approvals = new int[groups.Rows][];
        Weights = new long[groups.Rows];
        Votes = new long[counting.Options.Count];
        var supporters = Votes.Select(_ => new List<int>()).ToArray();
        for (var group = 0; group < groups.Rows; group++)
        {
            Approvals[group] = groups[group].Data.ToArray();
            Weights[group] = groups[group].Count;
            foreach (var option in Approvals[group])
            {
                supporters[option].Add(group);
                Votes[option] += Weights[group];
            }
        }

        Supporters = [.. supporters.Select(list => list.ToArray())];
    }

    /// <summary>By group of voters.</summary>
    public int[][] Approvals { get; }

    /// <summary>By group of voters: how many they are.</summary>
    public long[] Weights { get; }

    /// <summary>By option: groups of voters.</summary>
    public int[][] Supporters { get; }

    public long[] Votes { get; }
}
