using EssConsult.JuryStatistics.Marks;
using EssConsult.JuryStatistics.Severity;

namespace EssConsult.JuryStatistics.Tests;

/// <summary>Figure skating 2016–17 (BuzzFeed News, CC BY 4.0): 15,526 sheets of 214 judges on 1,726 performances, with the official figures.</summary>
public sealed class SkatingTests
{
    private const int Criteria = 5;
    private static readonly RoundingRule TwoDigits = new(2);

    [Fact]
    public void The_official_total_of_every_performance_comes_out_to_the_cent()
    {
        if (RealData.Read("skating-components-2016-17.csv") is not { } sheets || RealData.Read("skating-performances-2016-17.csv") is not { } performances)
        {
            return;
        }

        var marks = sheets.ToLookup(sheet => (sheet[0], sheet[1], sheet[2]));
        var wrong = performances.Count(performance => Total(marks[(performance[0], performance[2], performance[3])], RealData.Number(performance[5])) != RealData.Number(performance[6]));

        (performances.Length, wrong).ShouldBe((1726, 0));
    }

    /// <summary>Recomputed for the same sheets with another program: 1.24598, 0.01989, 0.11560.</summary>
    [Fact]
    public void The_variances_of_performances_judges_and_chance_are_found_in_all_sheets()
    {
        if (RealData.Read("skating-components-2016-17.csv") is not { } sheets)
        {
            return;
        }

        var fit = MixedModel.Fit(MixedModelData.Of([.. sheets.Select(sheet => (double)Marks(sheet).Average())], Factor("performance", sheets, sheet => sheet[0] + sheet[1] + sheet[2]), Factor("judge", sheets, sheet => sheet[4])));

        Square(fit.StandardDeviations[0]).ShouldBe(1.24598, 1e-3);
        Square(fit.StandardDeviations[1]).ShouldBe(0.01989, 1e-4);
        Square(fit.ResidualDeviation).ShouldBe(0.11560, 1e-4);
        TestContext.Current.TestOutputHelper!.WriteLine($"{fit.Evaluations} evaluations");
    }

    [Fact]
    public void All_performances_and_judges_can_be_compared()
    {
        if (RealData.Read("skating-components-2016-17.csv") is not { } sheets)
        {
            return;
        }

        var (performances, judges) = (Factor("performance", sheets, sheet => sheet[0] + sheet[1] + sheet[2]), Factor("judge", sheets, sheet => sheet[4]));
        var part = Design.Parts(performances.Levels, judges.Levels, performances.LevelOf.Zip(judges.LevelOf)).ShouldHaveSingleItem();
        (part.Entries.Count, part.Jurors.Count).ShouldBe((1726, 214));
    }

    /// <summary>Of each criterion one highest and one lowest mark go, the mean of the rest has two digits, and so has it times the factor.</summary>
    private static decimal Total(IEnumerable<string[]> sheets, decimal factor)
    {
        var marks = sheets.Select(Marks).ToList();
        return Enumerable.Range(0, Criteria).Sum(criterion => TwoDigits.Round(TwoDigits.Round(PanelMark.TrimmedMean([.. marks.Select(sheet => sheet[criterion])], 1)!.Value) * factor));
    }

    private static decimal[] Marks(string[] sheet) => [.. sheet[^Criteria..].Select(RealData.Number)];

    private static RandomFactor Factor(string name, string[][] sheets, Func<string[], string> key)
    {
        var levels = sheets.Select(key).Distinct().Select((value, level) => (value, level)).ToDictionary(pair => pair.value, pair => pair.level);
        return new RandomFactor(name, [.. sheets.Select(sheet => levels[key(sheet)])], levels.Count);
    }

    private static double Square(double value) => value * value;
}
