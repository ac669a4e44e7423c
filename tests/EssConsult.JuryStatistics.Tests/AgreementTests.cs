using EssConsult.JuryStatistics.Agreement;

namespace EssConsult.JuryStatistics.Tests;

/// <summary>Agreement of jurors, against what the papers print.</summary>
public sealed class AgreementTests
{
    private static readonly double?[] None = [];

    /// <summary>K. Krippendorff, « Computing Krippendorff's Alpha-Reliability », 2011, example C: four observers, twelve units.</summary>
    private static readonly MarkTable ExampleC = Turned(
        [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
        [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null]);

    /// <summary>P. Shrout and J. Fleiss, Psychological Bulletin 86, 1979, table 2.</summary>
    private static readonly MarkTable ShroutFleiss = new([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]);

    [Theory]
    [InlineData(MarkLevel.Nominal, 0.743421)]
    [InlineData(MarkLevel.Ordinal, 0.815388)]
    [InlineData(MarkLevel.Interval, 0.849107)]
    [InlineData(MarkLevel.Ratio, 0.797403)]
    public void Alpha_is_what_its_author_computed(MarkLevel level, double expected) => KrippendorffAlpha.Of(ExampleC, level).ShouldNotBeNull().ShouldBe(expected, 1e-6);

    [Theory]
    [InlineData(MarkLevel.Nominal, 0.691358)]
    [InlineData(MarkLevel.Ordinal, 0.806721)]
    [InlineData(MarkLevel.Interval, 0.810845)]
    public void Alpha_takes_holes(MarkLevel level, double expected) => KrippendorffAlpha.Of(
        Turned(
            [null, null, null, null, null, 3, 4, 1, 2, 1, 1, 3, 3, null, 3],
            [1, null, 2, 1, 3, 3, 4, 3, null, null, null, null, null, null, null],
            [null, null, 2, 1, 3, 4, 4, null, 2, 1, 1, 3, 3, null, 4]),
        level).ShouldNotBeNull().ShouldBe(expected, 1e-6);

    [Fact]
    public void Where_nobody_could_disagree_alpha_is_not_one_but_unknown()
    {
        KrippendorffAlpha.Of(new MarkTable([[3, 3, 3], [3, 3, null]]), MarkLevel.Interval).ShouldBeNull();
        KrippendorffAlpha.Of(new MarkTable([[1, null], [null, 2]]), MarkLevel.Interval).ShouldBeNull();
        KrippendorffAlpha.Of(new MarkTable([None]), MarkLevel.Interval).ShouldBeNull();
    }

    [Fact]
    public void The_six_intraclass_correlations_are_those_of_the_paper()
    {
        var found = IntraclassCorrelation.Of(ShroutFleiss).ShouldNotBeNull();

        Each(found.MeanSquares.Entries, found.MeanSquares.Within, found.MeanSquares.Jurors, found.MeanSquares.Residual).ShouldBe([11.2417, 6.2639, 32.4861, 1.0194], 1e-4);
        Each(found.Icc11, found.Icc21, found.Icc31, found.Icc1k, found.Icc2k, found.Icc3k).ShouldBe([0.1657, 0.2898, 0.7148, 0.4428, 0.6201, 0.9093], 1e-4);
        Each(found.Interval21.Low, found.Interval21.High, found.Interval2k.Low, found.Interval2k.High).ShouldBe([0.0188, 0.7611, 0.0711, 0.9272], 1e-4);
        found.F.ShouldBe(11.0272, 1e-4);
        found.P.ShouldBe(1.3457e-4, 1e-7);
    }

    /// <summary>Eight wines, four judges: real-statistics.com, as the tests of pingouin quote it.</summary>
    [Fact]
    public void Wines_that_judges_agree_on_give_high_correlations()
    {
        var found = IntraclassCorrelation.Of(new MarkTable([[1, 2, 0, 1], [1, 3, 3, 2], [3, 8, 1, 4], [6, 4, 3, 3], [6, 5, 5, 6], [7, 5, 6, 2], [8, 7, 7, 9], [9, 9, 9, 8]])).ShouldNotBeNull();

        Each(found.Icc11, found.Icc21, found.Icc31, found.Icc1k, found.Icc2k, found.Icc3k).ShouldBe([0.7275, 0.7277, 0.7295, 0.9144, 0.9145, 0.9152], 1e-4);
        Each(found.Interval21.Low, found.Interval21.High).ShouldBe([0.4345, 0.9267], 1e-4);
    }

    /// <summary>Twenty people, three raters: the data set « anxiety » of the package irr.</summary>
    [Fact]
    public void Concordance_is_corrected_for_ties()
    {
        MarkTable anxiety = new(
        [
            [3, 3, 2], [3, 6, 1], [3, 4, 4], [4, 6, 4], [5, 2, 3], [5, 4, 2], [2, 2, 1], [3, 4, 6], [5, 3, 1], [2, 3, 1],
            [2, 2, 1], [6, 3, 2], [1, 3, 3], [5, 3, 3], [2, 2, 1], [2, 2, 1], [1, 1, 3], [2, 3, 3], [4, 3, 2], [3, 4, 2],
        ]);

        var found = KendallW.Of(anxiety).ShouldNotBeNull();

        found.W.ShouldBe(0.539657, 1e-6);
        found.ChiSquare.ShouldBe(30.76044, 1e-5);
        found.P.ShouldBe(0.042883, 1e-6);
        var icc = IntraclassCorrelation.Of(anxiety).ShouldNotBeNull();
        Each(icc.Icc21, icc.Interval21.Low, icc.Interval21.High).ShouldBe([0.1980, -0.0389, 0.4936], 1e-4);
    }

    [Fact]
    public void A_hole_is_refused_where_it_cannot_be_taken_and_equal_marks_have_no_correlation()
    {
        Should.Throw<ArgumentException>(() => IntraclassCorrelation.Of(ExampleC));
        Should.Throw<ArgumentException>(() => KendallW.Of(ExampleC));
        IntraclassCorrelation.Of(new MarkTable([[4, 4], [4, 4]])).ShouldBeNull();
        KendallW.Of(new MarkTable([[4, 4], [4, 4]])).ShouldBeNull();
        Should.Throw<ArgumentException>(() => new MarkTable([[1, 2], [1]]));
        Should.Throw<ArgumentException>(() => new MarkTable([[double.NaN]]));
    }

    private static double[] Each(params double[] values) => values;

    /// <summary>From one line a juror.</summary>
    private static MarkTable Turned(params double?[][] jurors) => new(Enumerable.Range(0, jurors[0].Length).Select(entry => jurors.Select(line => line[entry]).ToArray()));
}
