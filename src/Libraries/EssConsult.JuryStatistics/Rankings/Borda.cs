namespace EssConsult.JuryStatistics.Rankings;

/// <summary>Borda's count: one point for each entry that a ballot puts below, half a point for each that is equal.</summary>
/// <remarks>J.-C. de Borda, « Mémoire sur les élections au scrutin », 1781; the half point keeps the sum of a ballot the same with ties.</remarks>
public static class Borda
{
    public static decimal[] Points(Ballots ballots)
    {
        var points = new decimal[ballots.Entries];
        foreach (var (count, rank) in ballots.All)
        {
            for (var a = 0; a < points.Length; a++)
            {
                points[a] += count * (rank.Count(other => other > rank[a]) + ((rank.Count(other => other == rank[a]) - 1) * 0.5m));
            }
        }

        return points;
    }
}
