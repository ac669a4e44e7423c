using System.Text.Json;
using System.Text.RegularExpressions;

namespace EssConsult.Tally.Tests;

/// <summary>Votes of other people with their results, in a folder that is not part of the repository.</summary>
internal static partial class Fixtures
{
    /// <returns><see langword="null"/>, and it is said, where the folder is absent.</returns>
    public static string? Read(string file)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, "shared", "data", "voting", file);
            if (File.Exists(path))
            {
                return File.ReadAllText(path);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine("skipped: data not here");
        return null;
    }

    public static JsonElement? Json(string file) => Read(file) is { } text ? JsonDocument.Parse(text).RootElement : null;

    public static JsonElement? Profile(string name) => Json("methods/profiles.json")?.GetProperty(name);

    /// <summary>An approval committee of abcvoting (M. Lackner and others, MIT): its ballots, seats, and what each rule elects.</summary>
    public static Committee? ReadCommittee(string name)
    {
        if (Read($"committee/{name}.abc.yaml") is not { } text)
        {
            return null;
        }

        var flat = Regex.Replace(text, @"\s+", " ");
        var profile = JsonSerializer.Deserialize<int[][]>(ProfileLine().Match(flat).Groups[1].Value)!;
        var rules = RuleLine().Matches(flat).Select(match => new Expected(match.Groups[1].Value, JsonSerializer.Deserialize<int[][]>(match.Groups[2].Value)!, match.Groups[3].Value == "true"));
        return new Committee(profile, Number(flat, "num_cand"), Number(flat, "committeesize"), [.. rules]);
    }

    private static int Number(string text, string key) => int.Parse(Regex.Match(text, key + @": (\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"profile: (\[\[.*?\]\])")]
    private static partial Regex ProfileLine();

    [GeneratedRegex(@"rule_id: (\S+) result: (\[ ?\[.*?\] ?\]) resolute: (true|false)")]
    private static partial Regex RuleLine();

    internal sealed record Committee(int[][] Profile, int Options, int Seats, IReadOnlyList<Expected> Rules)
    {
        public Ballots Ballots()
        {
            var ballots = Box.Of("012345"[..Options]);
            foreach (var chosen in Profile)
            {
                ballots.AddApprovals(chosen.AsSpan());
            }

            return ballots;
        }

        public IEnumerable<string> Elected(string rule, bool resolute) => Rules.Single(expected => expected.Rule == rule && expected.Resolute == resolute).Committees.Select(committee => string.Concat(committee));
    }

    internal sealed record Expected(string Rule, int[][] Committees, bool Resolute);
}
