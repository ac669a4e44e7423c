using EssConsult.JuryStatistics.Agreement;
using EssConsult.JuryStatistics.Robustness;

namespace EssConsult.JuryStatistics.Tests.Robustness;

/// <summary>Jurors as a sample, and jurors one by one.</summary>
public sealed class JurorTests
{
    /// <summary>The figures that another program found with other random numbers: the best red first in 0.574 of 20,000 juries, ranks 1 to 5; the best white in 0.440, the second in 0.332.</summary>
    [Fact]
    public void The_wines_of_princeton_hold_their_places_no_better_than_this()
    {
        (IntraclassCorrelation.Of(Wines.Red)!.Icc21, IntraclassCorrelation.Of(Wines.White)!.Icc21).ShouldSatisfyAllConditions(icc => icc.Item1.ShouldBe(0.101, 1e-3), icc => icc.Item2.ShouldBe(-0.031, 1e-3));

        var red = JurorBootstrap.Of(Wines.Red, new RankDraws(1, Draws: 20_000)).OrderByDescending(wine => wine.First).First();
        var white = JurorBootstrap.Of(Wines.White, new RankDraws(1, Draws: 20_000)).OrderByDescending(wine => wine.First).ToList();

        TestContext.Current.TestOutputHelper!.WriteLine($"red {red.First:0.000}, ranks {red.Low} to {red.High}; white {white[0].First:0.000} and {white[1].First:0.000}");
        (red.Entry, red.Low, red.High).ShouldBe((1, 1, 5));
        red.First.ShouldBe(0.574, 0.012);
        white[0].First.ShouldBe(0.440, 0.012);
        white[1].First.ShouldBe(0.332, 0.012);
    }

    [Fact]
    public void With_holes_jurors_are_weighed_instead_of_drawn()
    {
        // A single hole: most of the jury says the same as without it.
        MarkTable holed = new(Enumerable.Range(0, 10).Select(wine => Enumerable.Range(0, 9).Select(judge => (wine, judge) == (8, 0) ? null : Wines.Red[wine, judge]).ToArray()));

        var (weighed, drawn) = (JurorBootstrap.Of(holed, new RankDraws(1, Draws: 5000)), JurorBootstrap.Of(Wines.Red, new RankDraws(1, Draws: 5000)));

        JurorBootstrap.Of(holed, new RankDraws(1, Draws: 5000)).ShouldBe(weighed);
        weighed.Zip(drawn).ShouldAllBe(pair => Math.Abs(pair.First.First - pair.Second.First) < 0.05 && Math.Abs(pair.First.Expected - pair.Second.Expected) < 0.6);
        Should.Throw<ArgumentException>(() => JurorBootstrap.Of(new MarkTable([[1, 2], [null, null]]), new RankDraws(1)));
    }

    [Fact]
    public void A_jury_of_one_mind_leaves_no_doubt()
    {
        MarkTable table = new([[9, 8, 9], [7, 6, 7], [5, 4, 5]]);

        JurorBootstrap.Of(table, new RankDraws(3, Draws: 500)).Select(entry => (entry.First, entry.Low, entry.High)).ShouldBe([(1, 1, 1), (0, 2, 2), (0, 3, 3)]);
        PivotalJurors.Of(table, top: 1).ShouldAllBe(juror => !juror.IsPivotal && juror.LargestMove == 0);
        PivotalJurors.Of(new MarkTable([[4, 4], [4, 4]]), top: 1, MeanKind.Corrected).ShouldAllBe(juror => !juror.IsPivotal && juror.LargestMove == 0);
    }

    [Fact]
    public void The_juror_on_whom_the_first_place_hangs_is_found()
    {
        MarkTable table = new([[8, 8, 0], [7, 7, 9], [6, 6, 6], [1, 2, 1]]);

        var jurors = PivotalJurors.Of(table, top: 1);

        jurors.Select(juror => juror.IsPivotal).ShouldBe([false, false, true]);
        (jurors[2].Entering.ShouldHaveSingleItem(), jurors[2].Leaving.ShouldHaveSingleItem(), jurors[2].Moved, jurors[2].From, jurors[2].To).ShouldBe((0, 1, 0, 3, 1));
        PivotalJurors.Of(Wines.Red, 3, MeanKind.Corrected).Select(juror => (juror.IsPivotal, juror.LargestMove)).ShouldBe(PivotalJurors.Of(Wines.Red, 3).Select(juror => (juror.IsPivotal, juror.LargestMove)));
    }

    [Fact]
    public void Correcting_severity_can_take_a_jurors_influence_away()
    {
        // The third juror is two points more severe and marks only the best: raw means punish it for that.
        MarkTable table = new([[9, 9, 7], [8.5, 8.6, null], [7, 7.2, 5.1], [6, 6.1, 4], [5, 5, 3.2], [4.1, 4, 2]]);

        PivotalJurors.Of(table, top: 1)[2].IsPivotal.ShouldBeTrue();
        PivotalJurors.Of(table, top: 1, MeanKind.Corrected)[2].IsPivotal.ShouldBeFalse();
    }

    [Fact]
    public void Without_its_only_juror_an_entry_comes_last()
    {
        MarkTable table = new([[9, null], [5, 5], [4, 4]]);

        var juror = PivotalJurors.Of(table, top: 1)[0];
        (juror.Moved, juror.From, juror.To, juror.Leaving.ShouldHaveSingleItem()).ShouldBe((0, 1, 3, 0));
    }
}
