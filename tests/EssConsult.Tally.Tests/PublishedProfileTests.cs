using System.Text.Json;

namespace EssConsult.Tally.Tests;

/// <summary>Small profiles with the results of other programs.</summary>
public sealed class PublishedProfileTests
{
    [Fact]
    public void Schulze_agrees_with_belenios_tool_on_duels_and_on_the_order()
    {
        if (Fixtures.Profile("schulze45") is not { } profile)
        {
            return;
        }

        var result = Ranked("ABCDE", profile).Count(TallyMethod.Schulze);

        Box.Words(result.Ranking).ShouldBe(string.Join(' ', profile.GetProperty("schulze_order").EnumerateArray().Select(name => name.GetString())));
        var raw = profile.GetProperty("belenios_tool").GetProperty("raw");
        foreach (var step in result.Trace.Where(step => step.Kind == TraceKind.Counted))
        {
            var row = raw["ABCDE".IndexOf(step.Options[0], StringComparison.Ordinal)];
            step.Values!.ShouldAllBe(pair => pair.Value == row["ABCDE".IndexOf(pair.Key, StringComparison.Ordinal)].GetInt64());
        }
    }

    [Fact]
    public void Tennessee_has_four_capitals()
    {
        if (Fixtures.Profile("tennessee") is not { } profile)
        {
            return;
        }

        var ballots = Ranked("MNCK", profile);
        Box.Words(ballots.Count(TallyMethod.Schulze).Winners).ShouldBe(profile.GetProperty("condorcet_winner").GetString());
        Box.Words(ballots.Count(TallyMethod.RankedPairs).Winners).ShouldBe(profile.GetProperty("condorcet_winner").GetString());
        Box.Words(ballots.Count(TallyMethod.Plurality).Winners).ShouldBe(profile.GetProperty("plurality_winner").GetString());
        Box.Words(ballots.Count(TallyMethod.InstantRunoff).Winners).ShouldBe(profile.GetProperty("irv_winner").GetString());
        Box.Words(ballots.Count(TallyMethod.Schulze).Ranking).ShouldBe(string.Join(' ', profile.GetProperty("schulze_order").EnumerateArray().Select(name => name.GetString())));
        foreach (var option in ballots.Count(TallyMethod.Borda).Options)
        {
            option.Figures["points"].ShouldBe(profile.GetProperty("borda_nminus1_to_0").GetProperty(option.Option).GetInt64());
            (option.Figures["points"] + 100).ShouldBe(profile.GetProperty("borda_n_to_1").GetProperty(option.Option).GetInt64());
        }
    }

    [Fact]
    public void Majority_judgment_of_belenios_tools_example_has_its_tallies_and_its_order()
    {
        if (Fixtures.Profile("mj_belenios_demo") is not { } profile)
        {
            return;
        }

        // The tool counts from 1, the best, and holds a ballot without one of the grades for invalid.
        var ballots = Box.Of("ABCD");
        var expected = profile.GetProperty("expected");
        foreach (var ballot in Numbers(profile.GetProperty("ballots")))
        {
            if (ballot.All(grade => grade == 0))
            {
                ballots.AddBlank();
            }
            else if (ballot.Contains(0))
            {
                ballots.AddSpoiled();
            }
            else
            {
                ballots.AddGrades([.. ballot.Select((grade, option) => (option, 5 - grade))]);
            }
        }

        var result = Tallies.Count(Judgment(5), ballots);
        (result.Ballots.Valid, result.Ballots.Blank, result.Ballots.Spoiled).ShouldBe((expected.GetProperty("valid").GetInt64(), expected.GetProperty("blank").GetInt64(), expected.GetProperty("invalid").GetArrayLength()));
        foreach (var (option, counts) in Numbers(expected.GetProperty("raw")).Index())
        {
            Enumerable.Range(0, 5).Select(grade => result.Options[option].Figures[$"grade{4 - grade}"]).ShouldBe(counts.Select(count => (Fraction)count));
        }

        result.Ranking.Select(group => group.Select(name => "ABCD".IndexOf(name, StringComparison.Ordinal))).ShouldBe(Numbers(expected.GetProperty("winners")));
    }

    [Fact]
    public void Majority_judgment_removes_middle_grades_one_by_one_and_is_no_variant_by_shares()
    {
        if (Fixtures.Profile("mj_tiebreak_split") is not { } profile)
        {
            return;
        }

        var names = profile.GetProperty("candidates").EnumerateArray().Select(name => name.GetString()!).ToArray();
        var ballots = new Ballots(new OptionList(names));
        foreach (var ballot in profile.GetProperty("ballots").EnumerateArray())
        {
            ballots.AddGrades([.. ballot.GetProperty("grades").EnumerateArray().Select((grade, option) => (option, grade.GetInt32()))], ballot.GetProperty("count").GetInt64());
        }

        Tallies.Count(Judgment(7), ballots).Winners.ShouldBe([profile.GetProperty("mj_winner").GetString()!]);
    }

    [Fact]
    public void The_transferable_vote_of_belenios_tools_example_elects_the_same()
    {
        if (Fixtures.Profile("stv_belenios_demo") is not { } profile)
        {
            return;
        }

        var ballots = Box.Of("01234");
        foreach (var ranks in Numbers(profile.GetProperty("ballots_ranks")))
        {
            ballots.AddRanking([.. Enumerable.Range(0, 5).OrderBy(option => ranks[option])]);
        }

        var result = Tallies.Count(new TallyRule { Method = TallyMethod.Stv, Seats = profile.GetProperty("nseats").GetInt32() }, ballots);
        result.Winners.ShouldBe(profile.GetProperty("expected_winners").EnumerateArray().Select(option => option.ToString()));
        var events = result.Trace.Where(step => step.Kind is TraceKind.Eliminated or TraceKind.Elected).Select(step => (step.Kind, step.Options[0])).ToList();
        events.ShouldBe(profile.GetProperty("expected_events").EnumerateArray().Select(step => step[0].GetString() == "Win" ? (TraceKind.Elected, step[1][0].ToString()) : (TraceKind.Eliminated, step[1].ToString())));
    }

    private static TallyRule Judgment(int grades) => new() { Method = TallyMethod.MajorityJudgment, Grades = [.. Enumerable.Range(0, grades).Select(grade => $"{grade}")] };

    private static Ballots Ranked(string options, JsonElement profile) =>
        Box.Ranked(options, [.. profile.GetProperty("ballots").EnumerateObject().Select(ballot => (ballot.Value.GetInt32(), ballot.Name))]);

    private static int[][] Numbers(JsonElement rows) => rows.Deserialize<int[][]>()!;
}
