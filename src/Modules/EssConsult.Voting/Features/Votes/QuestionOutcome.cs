using EssConsult.Tally;
using EssConsult.Voting.Counting;

namespace EssConsult.Voting.Features.Votes;

/// <summary>A line of the plot and of the table beside it.</summary>
/// <param name="Figure">What the method counts for it.</param>
internal sealed record OutcomeLine(string Label, Fraction Figure, bool Wins, int? Rank);

/// <summary>What one question came to, ready to be shown.</summary>
internal sealed record QuestionOutcome(BallotQuestion Question, QuestionResult Result, IReadOnlyList<OutcomeLine> Lines, string Heading, IReadOnlyList<TraceSentence> Trace)
{
    public static IReadOnlyList<QuestionOutcome> Of(BallotRule rule, BallotResult result) => [.. rule.Questions.Zip(result.Questions).Select(pair => Of(pair.First, pair.Second))];

    private static QuestionOutcome Of(BallotQuestion question, QuestionResult result)
    {
        var (tally, figure) = (result.Tally, FigureWords.MainOf(question.Rule.Method));
        var labels = question.Options.ToDictionary(option => option.Id, option => option.Label);
        var trace = tally.Trace.Select(step => TraceSentence.Of(step, labels)).ToList();
        if (question.Rule.Method == TallyMethod.Motion)
        {
            var figures = tally.Options[0].Figures;
            return new QuestionOutcome(question, result,
                [.. new[] { ("for", "Pour"), ("against", "Contre"), ("abstain", "Abstention") }.Select(mark => new OutcomeLine(mark.Item2, figures.GetValueOrDefault(mark.Item1, mark.Item1 == "abstain" ? tally.Ballots.Abstained : 0), mark.Item1 == "for" && tally.Winners.Count > 0, null))],
                FigureWords.Votes, trace);
        }

        var ranks = new Dictionary<string, int>();
        foreach (var group in tally.Ranking)
        {
            // Two who share the second place leave no third.
            var rank = ranks.Count + 1;
            foreach (var option in group)
            {
                ranks[option] = rank;
            }
        }

        var lines = tally.Options.Select(option => new OutcomeLine(labels[option.Option], option.Figures.GetValueOrDefault(figure), tally.Winners.Contains(option.Option), ranks.TryGetValue(option.Option, out var place) ? place : null));
        return new QuestionOutcome(question, result, [.. lines.OrderBy(line => line.Rank ?? int.MaxValue).ThenBy(line => line.Label, StringComparer.CurrentCulture)], FigureWords.Label(figure), trace);
    }
}
