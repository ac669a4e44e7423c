using System.Text.Json.Nodes;
using EssConsult.Tally;

namespace EssConsult.BallotRecord;

/// <summary>What a count by hand gives of one question: how often each option was chosen, not which ballot chose what.</summary>
/// <param name="Weight">Of one ballot.</param>
/// <param name="Votes">By option, or by mark; options without a vote are left out.</param>
/// <param name="Valid">Ballots that chose something.</param>
public sealed record BoxSums(string Question, long Weight, IReadOnlyDictionary<string, long> Votes, long Valid, long Blank, long Spoiled)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public long Ballots => checked(Valid + Blank + Spoiled);
}

/// <summary>Methods that read nothing of a ballot beyond its options one by one can be counted from sums.</summary>
public static class HandCounts
{
    public static readonly IReadOnlyList<string> Marks = ["for", "against", "abstain"];

    public static bool Fit(BallotQuestion question) => question.Rule.Method is TallyMethod.Motion or TallyMethod.Plurality or TallyMethod.Approval or TallyMethod.ChooseUpTo or TallyMethod.Greedy;

    /// <summary>What can be voted for: marks, or ids of options.</summary>
    public static IReadOnlyList<string> KeysOf(BallotQuestion question) => Choices.ShapeOf(question.Rule.Method) == ChoiceShape.Mark ? Marks : [.. question.Options.Select(option => option.Id)];

    /// <summary>How many options one ballot may choose.</summary>
    public static int MostOf(BallotQuestion question) => question.Rule.Method switch { TallyMethod.Motion or TallyMethod.Plurality => 1, TallyMethod.ChooseUpTo => question.Rule.MaxChoices ?? 1, _ => question.Options.Count };

    /// <summary>Whether there are ballots that give these sums.</summary>
    public static bool CanBe(BallotQuestion question, BoxSums sums)
    {
        var votes = sums.Votes.Values.Sum();
        return Fit(question) && sums is { Weight: > 0, Valid: >= 0, Blank: >= 0, Spoiled: >= 0 } && sums.Votes.All(pair => KeysOf(question).Contains(pair.Key) && pair.Value > 0 && pair.Value <= sums.Valid)
            && votes >= sums.Valid && votes <= checked(sums.Valid * MostOf(question));
    }

    /// <summary>
    /// Adds ballots that give these sums: each option's votes go to the ballots behind those of the option before, around and around. Every
    /// valid ballot then has one option at least and none too many; which ballots they are changes no count.
    /// </summary>
    /// <exception cref="FormatException">No ballots give these sums.</exception>
    public static void Add(Ballots box, BallotQuestion question, BoxSums sums)
    {
        if (!CanBe(question, sums))
        {
            throw new FormatException($"No ballots give the sums of {question.Id}.");
        }

        AddSome(sums.Blank, count => box.AddBlank(count));
        AddSome(sums.Spoiled, count => box.AddSpoiled(count));
        if (Choices.ShapeOf(question.Rule.Method) == ChoiceShape.Mark)
        {
            foreach (var (mark, votes) in sums.Votes)
            {
                AddSome(votes, count => box.AddMark(Enum.Parse<Mark>(mark, ignoreCase: true), count));
            }

            return;
        }

        foreach (var (picked, ballots) in Spread(question, sums))
        {
            AddSome(ballots, count => box.AddApprovals(picked, count));
        }

        void AddSome(long ballots, Action<long> add)
        {
            if (ballots > 0)
            {
                add(checked(ballots * sums.Weight));
            }
        }
    }

    /// <summary>The sums of ballots that have lines of their own.</summary>
    public static IEnumerable<BoxSums> Of(BallotQuestion question, IEnumerable<BoxLine> lines)
    {
        foreach (var same in lines.GroupBy(line => line.Weight))
        {
            var (votes, valid, blank, spoiled) = (new Dictionary<string, long>(), 0L, 0L, 0L);
            foreach (var line in same)
            {
                switch (JsonNode.Parse(line.Choice)![question.Id])
                {
                    case null: blank += line.Count; break;
                    case var answer when Choices.IsSpoiled(answer): spoiled += line.Count; break;
                    case var answer:
                        valid += line.Count;
                        foreach (var key in answer is JsonArray picks ? picks.Select(pick => pick!.ToString()) : [answer.ToString()])
                        {
                            votes[key] = votes.GetValueOrDefault(key) + line.Count;
                        }

                        break;
                }
            }

            yield return new BoxSums(question.Id, same.Key, votes, valid, blank, spoiled);
        }
    }

    /// <summary>Puts sums of the same question and weight together.</summary>
    public static IReadOnlyList<BoxSums> Together(IEnumerable<BoxSums> sums) =>
    [
        .. sums.GroupBy(one => (one.Question, one.Weight)).OrderBy(same => same.Key.Question, StringComparer.Ordinal).ThenBy(same => same.Key.Weight)
            .Select(same => new BoxSums(same.Key.Question, same.Key.Weight, same.SelectMany(one => one.Votes).GroupBy(pair => pair.Key).ToDictionary(pairs => pairs.Key, pairs => pairs.Sum(pair => pair.Value)), same.Sum(one => one.Valid), same.Sum(one => one.Blank), same.Sum(one => one.Spoiled))),
    ];

    private static IEnumerable<(IReadOnlyList<string> Picked, long Ballots)> Spread(BallotQuestion question, BoxSums sums)
    {
        var (runs, next) = (new List<(string Id, long From, long Length)>(), 0L);
        foreach (var option in question.Options.Where(option => sums.Votes.ContainsKey(option.Id)))
        {
            runs.Add((option.Id, next, sums.Votes[option.Id]));
            next = (next + sums.Votes[option.Id]) % sums.Valid;
        }

        var bounds = runs.SelectMany(run => new[] { run.From, (run.From + run.Length) % sums.Valid }).Distinct().Order().Append(sums.Valid).ToList();
        return bounds.Zip(bounds.Skip(1)).Select(stretch => ((IReadOnlyList<string>)[.. runs.Where(run => (stretch.First - run.From + sums.Valid) % sums.Valid < run.Length).Select(run => run.Id)], stretch.Second - stretch.First));
    }
}
