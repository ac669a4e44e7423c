using EssConsult.JuryStatistics.Marks;

namespace EssConsult.JuryStatistics.Tests;

public sealed class MarkTests
{
    [Fact]
    public void What_is_missing_is_never_zero()
    {
        PanelMark.Mean([]).ShouldBeNull();
        PanelMark.Median([]).ShouldBeNull();
        PanelMark.TrimmedMean([7m, 8m], 1).ShouldBeNull();
        PanelMark.Weighted([null, null], [1m, 2m]).ShouldBeNull();
        PanelMark.Weighted([8m, null, 6m], [2m, 5m, 1m]).ShouldBe(22m / 3);
    }

    [Fact]
    public void One_dissent_moves_the_mean_and_not_the_median()
    {
        (PanelMark.Median([9m, 9m, 0m]), PanelMark.Median([8m, 8m, 9m])).ShouldBe((9m, 8m));
        (PanelMark.Mean([9m, 9m, 0m]), PanelMark.Mean([8m, 8m, 9m])).ShouldBe((6m, 25m / 3));
        PanelMark.Median([1m, 2m, 4m, 9m]).ShouldBe(3m);
        PanelMark.TrimmedMean([1m, 5m, 6m, 10m, 10m], 1).ShouldBe(7m);
    }

    [Theory]
    [InlineData("2.345", MidpointRounding.AwayFromZero, "2.35")]
    [InlineData("2.345", MidpointRounding.ToEven, "2.34")]
    [InlineData("-2.345", MidpointRounding.AwayFromZero, "-2.35")]
    public void Half_goes_where_the_rule_says(string value, MidpointRounding half, string rounded) =>
        new RoundingRule(2, half).Round(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(decimal.Parse(rounded, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Equal_results_share_a_rank_unless_the_ladder_tells_them_apart()
    {
        (string Name, decimal? Mean, decimal? Heaviest)[] entries = [("a", 8, 7), ("b", 9, 1), ("c", 8, 8), ("d", 8, 7), ("e", null, 10)];

        Written(Standings.Order(entries, entry => entry.Mean)).ShouldBe("b1 a2 c2 d2 e5");
        Written(Standings.Order(entries, entry => entry.Mean, entry => entry.Heaviest)).ShouldBe("b1 c2 a3 d3 e5");
        Standings.Order(entries, entry => entry.Mean, entry => entry.Heaviest).Select(place => place.DecidedBy).ShouldBe([-1, 0, 1, -1, 0]);

        static string Written(IReadOnlyList<Place<(string Name, decimal? Mean, decimal? Heaviest)>> places) => string.Join(' ', places.Select(place => $"{place.Entry.Name}{place.Rank}"));
    }
}
