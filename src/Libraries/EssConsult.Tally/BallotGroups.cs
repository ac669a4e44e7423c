namespace EssConsult.Tally;

/// <summary>Equal ballots put together: most methods take as long as there are different ones.</summary>
internal static class BallotGroups
{
    public static Ballots Of(Ballots ballots)
    {
        var sums = new long[ballots.Rows];
        var first = new List<int>();
        var next = new int[ballots.Rows];
        var buckets = new Dictionary<int, int>();
        for (var row = 0; row < ballots.Rows; row++)
        {
            var ballot = ballots[row];
            var hash = Hash(ballot);
            var found = buckets.GetValueOrDefault(hash, -1);
            while (found >= 0 && !Equal(ballots[found], ballot))
            {
                found = next[found] - 1;
            }

            if (found < 0)
            {
                next[row] = buckets.GetValueOrDefault(hash, -1) + 1;
                buckets[hash] = row;
                first.Add(row);
                found = row;
            }

            sums[found] += ballot.Count;
        }

        first.Sort((a, b) => Compare(ballots[a], ballots[b]));
        var grouped = new Ballots(ballots.Options) { Electorate = ballots.Electorate };
        foreach (var row in first)
        {
            grouped.Add(ballots[row], sums[row]);
        }

        return grouped;
    }

    private static int Hash(Ballot ballot)
    {
        var hash = (uint)ballot.Kind * 2654435761u;
        foreach (var value in ballot.Data)
        {
            hash = ((hash ^ (uint)value) * 2246822519u) + (hash >> 15);
        }

        return (int)hash;
    }

    private static bool Equal(Ballot a, Ballot b) => a.Kind == b.Kind && a.Data.SequenceEqual(b.Data);

    private static int Compare(Ballot a, Ballot b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : a.Data.SequenceCompareTo(b.Data);
}
