using CsCheck;
using EssConsult.JuryStatistics.Rankings;

namespace EssConsult.JuryStatistics.Tests;

/// <summary>Rules of aggregation, by examples that their literature uses.</summary>
public sealed class RankingTests
{
    /// <summary>M. Schulze's example of 45 voters.</summary>
    private static readonly Ballots Schulze45 = Of("ABCDE", (5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"), (7, "CAEBD"), (2, "CBADE"), (7, "DCEBA"), (8, "EBADC"));

    /// <summary>Where Tennessee would have its capital: Memphis, Nashville, Chattanooga, Knoxville.</summary>
    private static readonly Ballots Tennessee = Of("MNCK", (42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM"));

    [Fact]
    public void Schulze_finds_the_strongest_paths_and_the_order()
    {
        var paths = Condorcet.SchulzePaths(Schulze45);

        int[] rows = [0, 28, 28, 30, 24, 25, 0, 28, 33, 24, 25, 29, 0, 29, 24, 25, 28, 28, 0, 24, 25, 28, 28, 31, 0];
        Enumerable.Range(0, 25).Select(cell => paths[cell / 5, cell % 5]).ShouldBe(rows);
        Words("ABCDE", Condorcet.Schulze(Schulze45)).ShouldBe("E A C B D");
        Words("MNCK", Condorcet.Schulze(Tennessee)).ShouldBe("N C K M");
        Words("ABCD", Condorcet.Schulze(Of("ABCD", (3, "ACDB"), (9, "BACD"), (8, "CDAB"), (5, "DABC"), (5, "DBCA"))))[..1].ShouldBe("C");
    }

    [Fact]
    public void Ranked_pairs_lock_the_strong_majorities_and_pass_by_what_closes_a_circle()
    {
        Words("ABCDE", Condorcet.RankedPairs(Schulze45)).ShouldBe("A C E B D");
        Words("ABCD", Condorcet.RankedPairs(Of("ABCD", (3, "ACDB"), (9, "BACD"), (8, "CDAB"), (5, "DABC"), (5, "DBCA")))).ShouldBe("C D A B");
        Words("abc", Condorcet.RankedPairs(Of("abc", (80, "abc"), (50, "bca"), (40, "cab")))).ShouldBe("a b c");
        Words("MNCK", Condorcet.RankedPairs(Tennessee)).ShouldBe("N C K M");
    }

    [Fact]
    public void Kemeny_contradicts_the_fewest_preferences()
    {
        var (order, agreement) = Condorcet.Kemeny(Schulze45);
        (Words("ABCDE", order), agreement).ShouldBe(("E B A D C", 260));
        (order, agreement) = Condorcet.Kemeny(Tennessee);
        (Words("MNCK", order), agreement).ShouldBe(("N C K M", 393));
        Should.Throw<ArgumentException>(() => Condorcet.Kemeny(new Ballots(19)));
    }

    [Fact]
    public void Borda_Copeland_and_the_run_off_of_the_same_ballots()
    {
        Borda.Points(Schulze45).ShouldBe([98m, 92m, 89m, 69m, 102m]);
        Borda.Points(Tennessee).ShouldBe([126m, 194m, 173m, 107m]);
        Borda.Points(Of("ABC", (46, "ABC"), (44, "BCA"), (5, "CAB"), (5, "CBA"))).ShouldBe([97m, 139m, 64m]);
        Condorcet.Copeland(Tennessee).ShouldBe([-3, 3, 1, -1]);
        var rounds = InstantRunoff.Rounds(Tennessee);
        rounds.Select(round => string.Join(' ', round.Select(count => count?.ToString("0", System.Globalization.CultureInfo.InvariantCulture) ?? "-"))).ShouldBe(["42 26 15 17", "42 26 - 32", "42 - - 58"]);
    }

    /// <summary>M. Balinski and R. Laraki's majority values, and the grades that Tennessee's ballots would give.</summary>
    [Fact]
    public void Majority_judgment_takes_the_middle_grade_away_until_one_differs()
    {
        MajorityJudgment.Value([7, 11, 9, 9, 11]).ShouldBe([9, 9, 11, 7, 11]);
        MajorityJudgment.Value([8, 11, 9, 9, 10]).ShouldBe([9, 9, 10, 8, 11]);
        Words("MNCK", MajorityJudgment.Order([Grades((42, 3), (58, 0)), Grades((42, 1), (26, 3), (32, 1)), Grades((42, 0), (26, 1), (15, 3), (17, 2)), Grades((42, 0), (26, 1), (15, 2), (17, 3))])).ShouldBe("N K C M");
        Should.Throw<ArgumentException>(() => MajorityJudgment.Order([[1, 2], [1]]));
    }

    [Fact]
    public void A_winner_of_every_duel_is_first_whatever_the_rule() => Gen.Select(Gen.Int[2, 6], Gen.Int, Gen.Int[1, 9]).Sample((entries, seed, voters) =>
    {
        var random = new Random(seed);
        var ballots = new Ballots(entries);
        for (var voter = 0; voter < voters; voter++)
        {
            var order = Enumerable.Range(0, entries).ToArray();
            random.Shuffle(order);
            ballots.Add(1, order);
        }

        var d = ballots.Preferences();
        if (Enumerable.Range(0, entries).Where(a => Enumerable.Range(0, entries).All(b => a == b || d[a, b] > d[b, a])).ToList() is [var winner])
        {
            Condorcet.Schulze(ballots)[0].ShouldBe([winner]);
            Condorcet.RankedPairs(ballots)[0].ShouldBe([winner]);
            Condorcet.Kemeny(ballots).Order[0].ShouldBe(winner);
            Condorcet.Copeland(ballots)[winner].ShouldBe(entries - 1);
        }

        Condorcet.RankedPairs(ballots).Sum(group => group.Count).ShouldBe(entries);
        Borda.Points(ballots).Sum().ShouldBe(voters * entries * (entries - 1) / 2m);
    });

    [Fact]
    public void Entries_that_a_ballot_leaves_out_are_equal_and_last()
    {
        var ballots = new Ballots(4);
        ballots.Add(2, [[2], [0]]);

        var d = ballots.Preferences();

        (d[2, 0], d[0, 1], d[1, 3], d[3, 1]).ShouldBe((2, 2, 0, 0));
        Borda.Points(ballots).ShouldBe([4m, 1m, 6m, 1m]);
        Should.Throw<ArgumentException>(() => ballots.Add(1, [0, 0]));
        Should.Throw<ArgumentException>(() => ballots.Add(1, [4]));
    }

    private static Ballots Of(string names, params (int Count, string Order)[] cast)
    {
        var ballots = new Ballots(names.Length);
        foreach (var (count, order) in cast)
        {
            ballots.Add(count, [.. order.Select(name => names.IndexOf(name, StringComparison.Ordinal))]);
        }

        return ballots;
    }

    private static int[] Grades(params (int Count, int Grade)[] given) => [.. given.SelectMany(pair => Enumerable.Repeat(pair.Grade, pair.Count))];

    private static string Words(string names, IReadOnlyList<int> order) => string.Join(' ', order.Select(entry => names[entry]));

    private static string Words(string names, IReadOnlyList<IReadOnlyList<int>> groups) => string.Join(' ', groups.Select(group => string.Join('=', group.Select(entry => names[entry]))));
}
