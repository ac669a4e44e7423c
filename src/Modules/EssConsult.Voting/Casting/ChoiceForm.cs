using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Tally;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Voting.Casting;

/// <summary>
/// Reads what a voter set on the screens of a vote. Answers travel in hidden fields from screen to screen: nothing is stored before the
/// vote is cast, and no address ever holds a choice.
/// </summary>
internal static class ChoiceForm
{
    /// <summary>A ranking's place for what is not ranked.</summary>
    public const int Unranked = 0;

    public static string FieldOf(BallotQuestion question) => "q-" + question.Id;

    public static string FieldOf(BallotQuestion question, BallotOption option) => $"q-{question.Id}-{option.Id}";

    /// <summary>The answer that hidden fields carry along, by question; what is missing is not answered yet.</summary>
    public static JsonObject Carried(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? [] : JsonNode.Parse(text) as JsonObject ?? [];
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }

    /// <exception cref="RuleException">It cannot stand: too many options, or more than the budget.</exception>
    public static JsonNode? Read(BallotQuestion question, IFormCollection form)
    {
        JsonNode? answer = Choices.ShapeOf(question.Rule.Method) switch
        {
            ChoiceShape.Mark => form[FieldOf(question)].ToString() is "for" or "against" or "abstain" ? (JsonNode)JsonValue.Create(form[FieldOf(question)].ToString()) : null,
            ChoiceShape.One => form[FieldOf(question)].ToString() is { Length: > 0 } one ? new JsonArray(one) : null,
            ChoiceShape.Some => Picks(question, form),
            ChoiceShape.Grades => Grades(question, form),
            _ => Ranks(question, form),
        };
        Refuse(question, answer);
        return answer;
    }

    /// <summary>The place of each option as the answer has it: 1 for the first, <see cref="Unranked"/> where it has none.</summary>
    public static int RankOf(JsonNode? answer, BallotOption option) =>
        (answer as JsonArray)?.Select((group, place) => (group, place)).Where(pair => pair.group is JsonArray ids && ids.Any(id => id!.ToString() == option.Id)).Select(pair => pair.place + 1).FirstOrDefault() ?? Unranked;

    public static bool IsPicked(JsonNode? answer, BallotOption option) => answer is JsonArray picks && picks.Any(id => id is JsonValue && id.ToString() == option.Id);

    public static int? GradeOf(JsonNode? answer, BallotOption option) => (answer as JsonObject)?[option.Id]?.GetValue<int>();

    private static JsonArray? Picks(BallotQuestion question, IFormCollection form)
    {
        var picked = form[FieldOf(question)].OfType<string>().Where(id => id.Length > 0).Distinct().ToList();
        return picked.Count == 0 ? null : [.. picked.Select(id => (JsonNode)JsonValue.Create(id))];
    }

    private static JsonObject? Grades(BallotQuestion question, IFormCollection form)
    {
        var grades = new JsonObject();
        foreach (var option in question.Options)
        {
            if (int.TryParse(form[FieldOf(question, option)], NumberStyles.None, CultureInfo.InvariantCulture, out var grade))
            {
                grades[option.Id] = grade;
            }
        }

        return grades.Count == 0 ? null : grades;
    }

    /// <summary>Equal numbers are equals; what has none is not ranked.</summary>
    private static JsonArray? Ranks(BallotQuestion question, IFormCollection form)
    {
        var ranked = question.Options.Select(option => (option.Id, Rank: int.TryParse(form[FieldOf(question, option)], NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : Unranked)).Where(pair => pair.Rank > Unranked);
        var groups = ranked.GroupBy(pair => pair.Rank).OrderBy(group => group.Key).Select(group => (JsonNode)new JsonArray([.. group.Select(pair => (JsonNode)JsonValue.Create(pair.Id))])).ToArray();
        return groups.Length == 0 ? null : new JsonArray(groups);
    }

    private static void Refuse(BallotQuestion question, JsonNode? answer)
    {
        if (answer is JsonArray picks && question.Rule.Method == TallyMethod.ChooseUpTo && picks.Count > question.Rule.MaxChoices)
        {
            throw new RuleException("vote.too-many", "Vous avez choisi {0} options : {1} au plus. Décochez-en.", picks.Count, question.Rule.MaxChoices!) { Field = FieldOf(question) };
        }

        if (answer is JsonArray basket && question.Rule is { Method: TallyMethod.Knapsack, Costs: { } costs, Budget: { } budget } && basket.Sum(id => costs.GetValueOrDefault(id!.ToString())) is var spent && spent > budget)
        {
            throw new RuleException("vote.too-dear", "Votre panier coûte {0} pour un budget de {1}. Retirez-en.", spent, budget) { Field = FieldOf(question) };
        }
    }
}
