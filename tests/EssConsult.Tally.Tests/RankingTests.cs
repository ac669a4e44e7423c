namespace EssConsult.Tally.Tests;

/// <summary>Rankings, by examples that their literature uses.</summary>
public sealed class RankingTests
{
    /// <summary>M. Schulze's example of 45 voters.</summary>
    private static readonly Ballots Schulze45 = Box.Ranked("ABCDE", (5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"), (7, "CAEBD"), (2, "CBADE"), (7, "DCEBA"), (8, "EBADC"));

    /// <summary>M. Schulze's example of 30 voters.</summary>
    private static readonly Ballots Schulze30 = Box.Ranked("ABCD", (3, "ACDB"), (9, "BACD"), (8, "CDAB"), (5, "DABC"), (5, "DBCA"));

    /// <summary>Where Tennessee would have its capital: Memphis, Nashville, Chattanooga, Knoxville.</summary>
    private static readonly Ballots Tennessee = Box.Ranked("MNCK", (42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM"));

    [Fact]
    public void Schulze_finds_the_strongest_paths_and_the_order()
    {
        var result = Schulze45.Count(TallyMethod.Schulze);

        Box.Words(result.Ranking).ShouldBe("E A C B D");
        Box.Words(result.Winners).ShouldBe("E");
        int[] rows = [0, 28, 28, 30, 24, 25, 0, 28, 33, 24, 25, 29, 0, 29, 24, 25, 28, 28, 0, 24, 25, 28, 28, 31, 0];
        foreach (var step in result.Trace.Where(step => step.Kind == TraceKind.Path))
        {
            var (a, b) = ("ABCDE".IndexOf(step.Options[0], StringComparison.Ordinal), "ABCDE".IndexOf(step.Options[1], StringComparison.Ordinal));
            (step.Numbers["path"], step.Numbers["back"]).ShouldBe((rows[(a * 5) + b], rows[(b * 5) + a]));
        }

        result.Trace.Count(step => step.Kind == TraceKind.Path).ShouldBe(10);
        Box.Words(Tennessee.Count(TallyMethod.Schulze).Ranking).ShouldBe("N C K M");
        Box.Words(Schulze30.Count(TallyMethod.Schulze).Winners).ShouldBe("C");
    }

    [Fact]
    public void Ranked_pairs_lock_the_strong_majorities_and_pass_by_what_closes_a_circle()
    {
        Box.Words(Schulze45.Count(TallyMethod.RankedPairs).Ranking).ShouldBe("A C E B D");
        Box.Words(Schulze30.Count(TallyMethod.RankedPairs).Ranking).ShouldBe("C D A B");
        Box.Words(Tennessee.Count(TallyMethod.RankedPairs).Ranking).ShouldBe("N C K M");
        var circle = Box.Ranked("abc", (80, "abc"), (50, "bca"), (40, "cab")).Count(TallyMethod.RankedPairs);
        Box.Words(circle.Ranking).ShouldBe("a b c");
        circle.Trace.Single(step => step.Kind == TraceKind.PairSkipped).Options.ShouldBe(["c", "a"]);
    }

    [Fact]
    public void Borda_and_the_run_off_of_the_same_ballots()
    {
        Schulze45.Count(TallyMethod.Borda).Figures("points").ShouldBe("98 92 89 69 102");
        Tennessee.Count(TallyMethod.Borda).Figures("points").ShouldBe("126 194 173 107");
        Box.Ranked("ABC", (46, "ABC"), (44, "BCA"), (5, "CAB"), (5, "CBA")).Count(TallyMethod.Borda).Figures("points").ShouldBe("97 139 64");

        var runOff = Tennessee.Count(TallyMethod.InstantRunoff);
        Box.Words(runOff.Ranking).ShouldBe("K M N C");
        runOff.Trace.Where(step => step.Kind == TraceKind.Round).Select(step => string.Join(' ', step.Values!.Select(pair => $"{pair.Key}{pair.Value}"))).ShouldBe(["C15 K17 M42 N26", "K32 M42 N26", "K58 M42"]);
        Box.Words(Tennessee.Count(TallyMethod.Plurality).Winners).ShouldBe("M");
    }

    /// <summary>
    /// Burlington's mayor, 2009, by the ballots' order of the three leading names (rangevoting.org/Burlington.html): the run-off, the Condorcet winner and the plurality differ.
    /// The official last round, 4,313 : 4,061, exhausts ballots on which two of them are equal; this table has them ranked.
    /// </summary>
    [Fact]
    public void Burlington_elects_three_mayors_by_three_methods()
    {
        var ballots = Box.Ranked("MKW", (1332, "MKW"), (767, "MWK"), (455, "M"), (2043, "KMW"), (371, "KWM"), (568, "K"), (1513, "WMK"), (495, "WKM"), (1289, "W"));

        var runOff = ballots.Count(TallyMethod.InstantRunoff);
        Box.Words(runOff.Winners).ShouldBe("K");
        runOff.Trace.Last(step => step.Kind == TraceKind.Round).Values!.Select(pair => $"{pair.Key}{pair.Value}").ShouldBe(["K4314", "W4064"]);
        runOff.Ballots.Exhausted.ShouldBe(455);
        Box.Words(ballots.Count(TallyMethod.Plurality).Winners).ShouldBe("W");
        Box.Words(ballots.Count(TallyMethod.Schulze).Ranking).ShouldBe("M K W");
        Box.Words(ballots.Count(TallyMethod.RankedPairs).Ranking).ShouldBe("M K W");
    }

    /// <summary>Two equal names meet while both stand: the ballot counts for neither, until one is gone.</summary>
    [Fact]
    public void A_ballot_with_two_equal_next_choices_counts_for_nobody_in_a_run_off()
    {
        var result = Box.Ranked("ABC", (4, "A"), (3, "B"), (2, "CA=B")).Count(TallyMethod.InstantRunoff);

        result.Trace.Last(step => step.Kind == TraceKind.Round).Values!.Select(pair => $"{pair.Key}{pair.Value}").ShouldBe(["A4", "B3"]);
        (Box.Words(result.Winners), result.Ballots.Exhausted).ShouldBe(("A", 2));
    }

    /// <summary>Worked by hand from rules 45 to 52: quota 34, A's surplus of 6 passes on at 6/40 = 0.15.</summary>
    [Fact]
    public void A_surplus_passes_on_at_a_value_of_five_decimals()
    {
        var result = Tallies.Count(new TallyRule { Method = TallyMethod.Stv, Seats = 2 }, Box.Ranked("ABCD", (25, "AB"), (15, "AC"), (24, "B"), (20, "C"), (16, "DC")));

        var transfer = result.Trace.First(step => step.Kind == TraceKind.Transferred);
        transfer.Values!.Select(pair => $"{pair.Key} {pair.Value}").ShouldBe(["B 15/4", "C 9/4"]);
        Box.Words(result.Winners).ShouldBe("AC");
        result.Options.Single(option => option.Option == "C").Figures["votes"].ShouldBe(new Fraction(153, 4));

        // 3/7 of a ballot is 0.42857 and a rest that is cut off.
        var cut = Tallies.Count(new TallyRule { Method = TallyMethod.Stv, Seats = 1, Ties = new TieBreak("x") }, Box.Ranked("ABC", (7, "AB"), (1, "B"), (1, "C"))).Trace;
        cut.ShouldNotContain(step => step.Kind == TraceKind.Transferred);
        var two = Tallies.Count(new TallyRule { Method = TallyMethod.Stv, Seats = 2 }, Box.Ranked("ABCD", (7, "AB"), (1, "B"), (2, "C"), (1, "DC"))).Trace;
        two.First(step => step.Kind == TraceKind.Transferred).Values!["B"].ShouldBe(new Fraction(7 * 42857, 100_000));
    }

    /// <summary>M. Balinski and R. Laraki's majority values, and the grades that Tennessee's ballots would give.</summary>
    [Fact]
    public void Majority_judgment_takes_the_middle_grade_away_until_one_differs()
    {
        var rule = new TallyRule { Method = TallyMethod.MajorityJudgment, Grades = ["worst", "bad", "good", "best"] };
        var tennessee = Tallies.Count(rule, Box.Graded("MNCK", (42, "3100"), (26, "0311"), (15, "0132"), (17, "0123")));
        Box.Words(tennessee.Ranking).ShouldBe("N K C M");
        tennessee.Figures("median").ShouldBe("0 1 1 1");

        // 7 11 9 9 11 and 8 11 9 9 10 have the values 9 9 11 7 11 and 9 9 10 8 11.
        var values = new Ballots(new OptionList(["first", "second"]));
        foreach (var (a, b) in new[] { (7, 8), (11, 11), (9, 9), (9, 9), (11, 10) })
        {
            values.AddGrades([(0, a), (1, b)]);
        }

        var result = Tallies.Count(rule with { Grades = [.. Enumerable.Range(0, 12).Select(grade => $"{grade}")] }, values);
        result.Winners.ShouldBe(["first"]);
        result.Trace.Single(step => step.Kind == TraceKind.MiddleGrades).Numbers.ShouldBe(new SortedDictionary<string, Fraction> { ["first"] = 11, ["removed"] = 2, ["second"] = 10 });

        // Two voters give 9 and 8, a lone one 0 and 9: the middle picks the first, the mean the second.
        var dissent = Box.Graded("AB", (2, "98"), (1, "09"));
        Tallies.Count(rule with { Grades = [.. Enumerable.Range(0, 10).Select(grade => $"{grade}")] }, dissent).Winners.ShouldBe(["A"]);
        Tallies.Count(new TallyRule { Method = TallyMethod.Score, MaxScore = 9, Unscored = Unscored.Zero, ScoreBy = ScoreBy.Mean }, dissent).Winners.ShouldBe(["B"]);
    }
}
