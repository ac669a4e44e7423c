using System.Text.Json.Nodes;
using EssConsult.Voting.Casting;

namespace EssConsult.Voting.Features.Votes;

/// <summary>One question as a voter sees it.</summary>
/// <param name="Options">In this voter's order.</param>
/// <param name="Answer">What is set so far.</param>
/// <param name="IsPreview">Nothing can be sent.</param>
internal sealed record QuestionView(BallotQuestion Question, IReadOnlyList<BallotOption> Options, JsonNode? Answer, bool IsPreview = false)
{
    public ChoiceShape Shape => Choices.ShapeOf(Question.Rule.Method);

    public string? Error { get; init; }

    public long Cost(BallotOption option) => Question.Rule.Costs?.GetValueOrDefault(option.Id) ?? 0;

    /// <summary>The answer as a list of sentences' ends: what stands on the review; empty for a blank one.</summary>
    public IReadOnlyList<(string Label, string? Said)> Said()
    {
        if (Answer is null)
        {
            return [];
        }

        return Shape switch
        {
            ChoiceShape.Mark => [(Answer.ToString() switch { "for" => "Pour", "against" => "Contre", _ => "Abstention" }, null)],
            ChoiceShape.Grades => [.. Question.Options.Select(option => (option, Grade: ChoiceForm.GradeOf(Answer, option))).Where(pair => pair.Grade is not null).Select(pair => (pair.option.Label, (string?)(Question.Rule.Grades?[pair.Grade!.Value] ?? $"{pair.Grade}")))],
            ChoiceShape.Ranking => [.. Question.Options.Select(option => (option, Rank: ChoiceForm.RankOf(Answer, option))).Where(pair => pair.Rank > 0).OrderBy(pair => pair.Rank).Select(pair => (pair.option.Label, (string?)$"{pair.Rank}"))],
            _ => [.. Question.Options.Where(option => ChoiceForm.IsPicked(Answer, option)).Select(option => (option.Label, (string?)null))],
        };
    }
}
