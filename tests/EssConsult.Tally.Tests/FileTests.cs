using EssConsult.Tally.Files;

namespace EssConsult.Tally.Tests;

/// <summary>Files of PrefLib and Pabulib as they are found, and the box as text.</summary>
public sealed class FileTests
{
    /// <summary>Headings as preflib.org has them today; after its documentation.</summary>
    private const string Orders = """
        # FILE NAME: example.toi
        # TITLE: Where the workshop goes
        # DESCRIPTION:
        # DATA TYPE: toi
        # MODIFICATION TYPE: original
        # RELATES TO:
        # RELATED FILES:
        # PUBLICATION DATE: 2013-08-17
        # MODIFICATION DATE: 2022-09-16
        # NUMBER ALTERNATIVES: 4
        # NUMBER VOTERS: 12
        # NUMBER UNIQUE ORDERS: 3
        # ALTERNATIVE NAME 1: Île de Nantes
        # ALTERNATIVE NAME 2: Rezé: centre
        # ALTERNATIVE NAME 3: Orvault
        # ALTERNATIVE NAME 4: Couëron
        7: 2,{1,3},4
        4: 1
        1: {1,2,3,4}

        """;

    private const string Old = "5\n1, A\n2, B\n3, C\n4, D\n5, E\n5, 5, 5\n1, {1, 2}\n1, {2, 4, 5}\n1, {3}\n1, {4}\n1, {4}\n";

    private const string Budget = """
        META
        key;value
        description;"Budget; participatif"
        num_projects;3
        num_votes;4
        budget;1000,50
        vote_type;approval
        PROJECTS
        project_id;cost;votes;name;selected
        p1;600;3;"Four ""à pain"" partagé";1
        p2;400.5;2;Jardin;1
        p3;500;1;Atelier;2
        VOTES
        voter_id;age;vote
        17;34;p1,p2
        3;;p1
        4;61;p1
        9;20;p2,p3

        """;

    [Fact]
    public void PrefLib_orders_are_read_and_written_byte_for_byte()
    {
        var file = PrefLibFile.Read(new StringReader(Orders));

        file.Names.ShouldBe(["Île de Nantes", "Rezé: centre", "Orvault", "Couëron"]);
        (file.Ballots.Total, file.Ballots.Rows, PrefLibFile.ExtensionOf(file.Ballots)).ShouldBe((12, 3, "toi"));
        Box.Words(file.Ballots.Count(TallyMethod.Borda).Ranking).ShouldBe("2 1 3 4");
        foreach (var text in new[] { Orders, Old, Orders.ReplaceLineEndings("\r\n"), Orders.TrimEnd(), Orders.Replace(": 2,{1", ":2,{1", StringComparison.Ordinal), Orders.Replace("7: 2,{1,3},4", "7: 2, {1,3}, 4,", StringComparison.Ordinal) })
        {
            Text(PrefLibFile.Read(new StringReader(text)).Write).ShouldBe(text);
        }
    }

    [Fact]
    public void PrefLib_categories_are_grades_and_the_first_is_the_best()
    {
        const string Categories = "# NUMBER ALTERNATIVES: 3\n# NUMBER CATEGORIES: 2\n# CATEGORY NAME 1: Yes\n# CATEGORY NAME 2: No\n# NUMBER VOTERS: 5\n3: {1,2},3\n2: {},{1,2,3}\n";
        var file = PrefLibFile.Read(new StringReader(Categories));

        Tallies.Count(new TallyRule { Method = TallyMethod.Score, MaxScore = 1, Unscored = Unscored.Zero, ScoreBy = ScoreBy.Sum }, file.Ballots).Figures("sum").ShouldBe("3 3 0");
        file.Categories.ShouldBe(["Yes", "No"]);
        Text(file.Write).ShouldBe(Categories);
    }

    [Fact]
    public void Rankings_are_exported_most_frequent_first_and_come_back()
    {
        var ballots = Box.Ranked("ABC", (1, "AB=C"), (2, "CA"), (3, "B"), (1, "CA"));
        var text = Text(PrefLibFile.Of(ballots, ["Une", "Deux", "Trois"], "Essai", "essai.toi").Write);

        text.ShouldEndWith("# ALTERNATIVE NAME 3: Trois\n3: 3,1\n3: 2\n1: 1,{2,3}\n");
        PrefLibFile.Read(new StringReader(text)).Ballots.Total.ShouldBe(7);
    }

    [Theory]
    [InlineData("", 0, BallotFileFault.Missing)]
    [InlineData("# TITLE: x\n1: 1\n", 0, BallotFileFault.Missing)]
    [InlineData("# NUMBER ALTERNATIVES: 2\n1: 1,3\n", 2, BallotFileFault.Number)]
    [InlineData("# NUMBER ALTERNATIVES: 2\n1: 0,1\n", 2, BallotFileFault.Option)]
    [InlineData("# NUMBER ALTERNATIVES: 2\n1: 1,1\n", 2, BallotFileFault.Repeated)]
    [InlineData("# NUMBER ALTERNATIVES: 2\n-1: 1\n", 2, BallotFileFault.Number)]
    [InlineData("# NUMBER ALTERNATIVES: 2\n1: {1,2\n", 2, BallotFileFault.Syntax)]
    [InlineData("# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 3\n1: 1\n", 0, BallotFileFault.Count)]
    [InlineData("# NUMBER ALTERNATIVES: 999999999\n", 0, BallotFileFault.Number)]
    [InlineData("# NUMBER ALTERNATIVES: 2\n9007199254740991: 1\n1: 2\n", 3, BallotFileFault.Number)]
    [InlineData("2\n1,A\n", 2, BallotFileFault.Count)]
    [InlineData("<html>\n", 1, BallotFileFault.Number)]
    public void What_is_no_PrefLib_file_is_refused_with_its_line(string text, int line, BallotFileFault fault)
    {
        var problem = Should.Throw<BallotFileException>(() => PrefLibFile.Read(new StringReader(text)));

        (problem.Line, problem.Fault).ShouldBe((line, fault), problem.Message);
        problem.Message.ShouldEndWith(".");
    }

    [Fact]
    public void Pabulib_budgets_are_read_to_the_cent_and_written_byte_for_byte()
    {
        var file = PabulibFile.Read(new StringReader(Budget));

        (file.Budget, file.Decimals, file.Costs["p2"], file.Meta["description"], file.Names[0]).ShouldBe((10005, 1, 4005, "Budget; participatif", "Four \"à pain\" partagé"));
        file.Selected.ShouldBe(["p1", "p2"], ignoreOrder: true);
        var rule = new TallyRule { Method = TallyMethod.Greedy, Budget = file.Budget, Costs = file.Costs, Fit = Fit.Skip };
        Tallies.Count(rule, file.Ballots).Winners.ShouldBe(["p1", "p2"]);
        foreach (var text in new[] { Budget, Budget.ReplaceLineEndings("\r\n"), Budget.TrimEnd(), Budget.Replace("4;61;p1\n", "\"4\";61;\"p1\"\n\n", StringComparison.Ordinal), Budget.Replace("Atelier", "\"Atelier\nvélo\"", StringComparison.Ordinal) })
        {
            Text(PabulibFile.Read(new StringReader(text)).Write).ShouldBe(text);
        }

        PabulibFile.Read(new StringReader(Budget), keepRows: false).Rows.ShouldBeEmpty();
    }

    /// <summary>As small as pabutools' own examples: parts in small letters, projects by name, votes without voters.</summary>
    [Fact]
    public void Pabulib_files_without_ids_points_and_orders_are_read()
    {
        var plain = PabulibFile.Read(new StringReader("meta\nkey;value\nvote_type;approval\nbudget;100000\n\nprojects\nname;cost\np1;50000\np2;50000\n\nvotes\nvote\np1\np2\n"));
        (plain.Ballots.Total, plain.Projects.Count).ShouldBe((2, 2));

        const string Points = "META\nkey;value\nbudget;9\nvote_type;cumulative\nPROJECTS\nproject_id;cost\na;5\nb;6\nVOTES\nvoter_id;vote;points\n1;a,b;3,7\n2;b;10\n";
        Tallies.Count(new TallyRule { Method = TallyMethod.Score, MaxScore = 10, Unscored = Unscored.Zero, ScoreBy = ScoreBy.Sum }, PabulibFile.Read(new StringReader(Points)).Ballots).Figures("sum").ShouldBe("3 17");
        PabulibFile.Read(new StringReader(Points.Replace("cumulative", "ordinal", StringComparison.Ordinal))).Ballots.Count(TallyMethod.Borda).Figures("points").ShouldBe("1 1");
    }

    [Theory]
    [InlineData("p1,p2", "p1,p9", 15, BallotFileFault.Option)]
    [InlineData("p1,p2", "p1,p1", 15, BallotFileFault.Repeated)]
    [InlineData("num_votes;4", "num_votes;5", 0, BallotFileFault.Count)]
    [InlineData("num_projects;3", "num_projects;x", 0, BallotFileFault.Count)]
    [InlineData("budget;1000,50", "budget;beaucoup", 0, BallotFileFault.Number)]
    [InlineData("p1;600", "p1;-600", 10, BallotFileFault.Number)]
    [InlineData("vote_type;approval", "vote_type;magic", 0, BallotFileFault.Syntax)]
    [InlineData("META", "BETA", 1, BallotFileFault.Syntax)]
    [InlineData("9;20;p2,p3\n", "9;20;\"p2\n", 18, BallotFileFault.Syntax)]
    [InlineData("voter_id;age;vote", "voter_id;age", 14, BallotFileFault.Missing)]
    public void What_is_no_Pabulib_file_is_refused_with_its_line(string was, string becomes, int line, BallotFileFault fault)
    {
        Budget.ShouldContain(was);
        var problem = Should.Throw<BallotFileException>(() => PabulibFile.Read(new StringReader(Budget.Replace(was, becomes, StringComparison.Ordinal))));

        (problem.Line, problem.Fault).ShouldBe((line, fault), problem.Message);
    }

    [Fact]
    public void A_budget_is_exported_without_saying_who_came_when()
    {
        var rule = new TallyRule { Method = TallyMethod.Greedy, Budget = 10, Costs = new Dictionary<string, long> { ["A"] = 6, ["B"] = 4 }, Fit = Fit.Skip };
        var ballots = Box.Approving("AB", (1, "B"), (2, "AB"), (1, "A"));
        var text = Text(PabulibFile.Of(rule, ballots, ["Une", "Deux"], new HashSet<string> { "A", "B" }, [new("description", "Essai")]).Write);

        text.ShouldEndWith("VOTES\nvoter_id;vote\n1;A\n2;A,B\n3;A,B\n4;B\n");
        var back = PabulibFile.Read(new StringReader(text));
        (back.Ballots.Total, back.Budget, back.Costs["B"]).ShouldBe((4, 10, 4));
    }

    [Fact]
    public void The_box_as_text_is_the_same_whoever_came_first_and_comes_back()
    {
        Ballots Fill(bool turned)
        {
            var box = Box.Of("ABC", electorate: 20);
            Action[] acts = [() => box.AddMark(Mark.Abstain), () => box.AddRanking([["B"], ["A", "C"]], 2), () => box.AddGrades([(2, 4), (0, 1)]), () => box.AddBlank(), () => box.AddSpoiled(2), () => box.AddApprovals(["C", "A"])];
            foreach (var act in turned ? Enumerable.Reverse(acts) : acts)
            {
                act();
            }

            return box;
        }

        var text = Text(writer => BallotLines.Write(Fill(false), writer));

        text.ShouldBe(Text(writer => BallotLines.Write(Fill(true), writer)));
        text.ShouldContain("{\"count\":2,\"ranking\":[[\"B\"],[\"A\",\"C\"]]}\n");
        Text(writer => BallotLines.Write(BallotLines.Read(new StringReader(text)), writer)).ShouldBe(text);
        Should.Throw<BallotFileException>(() => BallotLines.Read(new StringReader(text + "{\"count\":1,\"approvals\":[\"Z\"]}\n"))).Line.ShouldBe(8);
        Should.Throw<BallotFileException>(() => BallotLines.Read(new StringReader(text + "{\"count\":1\n"))).Fault.ShouldBe(BallotFileFault.Syntax);
    }

    private static string Text(Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        return writer.ToString();
    }
}
