namespace EssConsult.Contributions.Tests;

public sealed class RankTests
{
    /// <summary>Beside the order that the arithmetic says in plain words: each key times the seed's factor, modulo 2³¹−1.</summary>
    [Fact]
    public void A_page_in_random_order_is_what_the_arithmetic_says()
    {
        var dice = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var rows = Enumerable.Range(0, dice.Next(0, 120)).Select(number => new RankedRow($"{number}", dice.Next(4) == 0 ? 5 : dice.Next(0, int.MaxValue - 1))).ToList();
            var (seed, size) = (dice.Next(), dice.Next(1, 30));
            long factor = (seed & 0x7FFFFF) + 2;
            var expected = rows.Select((row, index) => (row.Id, Rank: row.RandomKey * factor % int.MaxValue, index)).OrderBy(row => row.Rank).ThenBy(row => row.index).Select(row => row.Id).ToList();
            for (var page = 1; (page - 1) * size < rows.Count; page++)
            {
                new ContributionRanks(rows).Page(seed, page, size).ShouldBe(expected.Skip((page - 1) * size).Take(size));
            }
        }
    }
}
