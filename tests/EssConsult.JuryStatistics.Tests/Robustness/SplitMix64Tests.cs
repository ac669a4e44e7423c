using EssConsult.JuryStatistics.Robustness;

namespace EssConsult.JuryStatistics.Tests.Robustness;

public sealed class SplitMix64Tests
{
    /// <summary>Of seed 1234567 as Rosetta Code prints them; of seed 0 as in the tests of several libraries.</summary>
    [Fact]
    public void Numbers_are_those_that_were_published()
    {
        First(1234567, 5).ShouldBe([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821]);
        First(0, 3).ShouldBe([0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F]);
    }

    [Fact]
    public void Draws_have_the_moments_of_their_distributions()
    {
        var random = new SplitMix64(1);
        var (normal, exponential, even) = (Many(random.Normal), Many(random.Exponential), Many(random.Uniform));

        (normal.Average(), normal.Average(value => value * value), normal.Average(value => value * value * value * value)).ShouldSatisfyAllConditions(
            moments => moments.Item1.ShouldBe(0, 0.01), moments => moments.Item2.ShouldBe(1, 0.02), moments => moments.Item3.ShouldBe(3, 0.1));
        (exponential.Average(), exponential.Average(value => value * value)).ShouldSatisfyAllConditions(moments => moments.Item1.ShouldBe(1, 0.02), moments => moments.Item2.ShouldBe(2, 0.06));
        (even.Average(), even.Min() > 0, even.Max() <= 1).ShouldSatisfyAllConditions(found => found.Item1.ShouldBe(0.5, 0.01), found => (found.Item2 && found.Item3).ShouldBeTrue());
    }

    [Fact]
    public void Every_order_is_shuffled_as_often_as_the_others()
    {
        var random = new SplitMix64(2);
        var orders = Enumerable.Range(0, 24_000).Select(_ =>
        {
            int[] items = [0, 1, 2, 3];
            random.Shuffle(items);
            return string.Concat(items);
        }).CountBy(order => order).ToList();

        orders.Count.ShouldBe(24);
        orders.ShouldAllBe(order => order.Value > 850 && order.Value < 1150);
    }

    private static ulong[] First(ulong seed, int count)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next())];
    }

    private static double[] Many(Func<double> draw) => [.. Enumerable.Range(0, 100_000).Select(_ => draw())];
}
