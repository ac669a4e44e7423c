using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Ledger;
using EssConsult.Tally;

namespace EssConsult.BallotRecord;

/// <summary>How a question is answered.</summary>
public enum ChoiceShape
{
    /// <summary>For, against or an abstention.</summary>
    Mark,

    /// <summary>One option.</summary>
    One,

    /// <summary>Some options.</summary>
    Some,

    /// <summary>A score or a grade to each option.</summary>
    Grades,

    /// <summary>Options by rank, equals allowed.</summary>
    Ranking,
}

/// <summary>
/// What one ballot says: a JSON object with one member for each question. A mark is "for", "against" or "abstain"; options are a sorted
/// list of ids; grades an object from id to number; a ranking a list of groups of equals. Null is blank; on paper only, "spoiled" is what
/// nobody can read.
/// </summary>
public static class Choices
{
    public const string Spoiled = "spoiled";

    public static bool IsSpoiled(JsonNode? answer) => answer is JsonValue value && value.TryGetValue<string>(out var text) && text == Spoiled;

    public static ChoiceShape ShapeOf(TallyMethod method) => method switch
    {
        TallyMethod.Motion => ChoiceShape.Mark,
        TallyMethod.Plurality => ChoiceShape.One,
        TallyMethod.Score or TallyMethod.MajorityJudgment => ChoiceShape.Grades,
        TallyMethod.Borda or TallyMethod.Schulze or TallyMethod.RankedPairs or TallyMethod.InstantRunoff or TallyMethod.Stv => ChoiceShape.Ranking,
        _ => ChoiceShape.Some,
    };

    /// <summary>The canonical form of what was chosen.</summary>
    /// <exception cref="FormatException">It does not answer these questions.</exception>
    public static string Write(BallotRule rule, JsonObject given) => Write(rule, given, Clean);

    /// <summary>As <see cref="Write(BallotRule, JsonObject)"/>, of a ballot that came on paper: an answer may be spoiled.</summary>
    /// <exception cref="FormatException">It does not answer these questions.</exception>
    public static string WritePaper(BallotRule rule, JsonObject given) => Write(rule, given, (question, answer) => IsSpoiled(answer) ? JsonValue.Create(Spoiled) : Clean(question, answer));

    private static string Write(BallotRule rule, JsonObject given, Func<BallotQuestion, JsonNode?, JsonNode?> clean)
    {
        var written = new JsonObject();
        foreach (var question in rule.Questions)
        {
            written[question.Id] = clean(question, given[question.Id]);
        }

        return given.Any(pair => rule.Questions.All(question => question.Id != pair.Key)) ? throw new FormatException("A question is unknown.") : CanonicalJson.Text(written);
    }

    /// <summary>An answer in its canonical form; null where it is blank, or answers no such question.</summary>
    public static JsonNode? Readable(BallotQuestion question, JsonNode? answer)
    {
        try
        {
            return Clean(question, answer);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Adds what a ballot says of one question to a box.</summary>
    /// <exception cref="FormatException">It does not answer the question.</exception>
    public static void Add(Ballots box, BallotQuestion question, JsonNode? answer, long count)
    {
        if (IsSpoiled(answer))
        {
            box.AddSpoiled(count);
            return;
        }

        switch (ShapeOf(question.Rule.Method), Clean(question, answer))
        {
            case (_, null): box.AddBlank(count); break;
            case (ChoiceShape.Mark, var mark): box.AddMark(Enum.Parse<Mark>(mark.GetValue<string>(), ignoreCase: true), count); break;
            case (ChoiceShape.Grades, JsonObject grades): box.AddGrades(grades.Select(pair => KeyValuePair.Create(pair.Key, pair.Value!.GetValue<int>())), count); break;
            case (ChoiceShape.Ranking, JsonArray groups): box.AddRanking([.. groups.Select(IReadOnlyList<string> (group) => Texts(group))], count); break;
            case (_, var picks): box.AddApprovals(Texts(picks), count); break;
        }
    }

    /// <summary>How many bytes every envelope of a vote holds: the longest choice that can be made, rounded up, so that a length says nothing.</summary>
    public static int Size(BallotRule rule)
    {
        var longest = 16;
        foreach (var question in rule.Questions)
        {
            longest += Encoding.UTF8.GetByteCount(question.Id) + 32 + question.Options.Sum(option => Encoding.UTF8.GetByteCount(option.Id) + 16);
        }

        return (longest + 255) / 256 * 256;
    }

    private static JsonNode? Clean(BallotQuestion question, JsonNode? answer)
    {
        if (answer is null)
        {
            return null;
        }

        try
        {
            return ShapeOf(question.Rule.Method) switch
            {
                ChoiceShape.Mark => MarkOf(answer.GetValue<string>()),
                ChoiceShape.Grades => GradesOf(question, answer.AsObject()),
                ChoiceShape.Ranking => RankingOf(question, answer.AsArray()),
                _ => PicksOf(question, Texts(answer)),
            };
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"The answer to {question.Id} is none.", error);
        }
    }

    private static JsonValue MarkOf(string mark) => mark is "for" or "against" or "abstain" ? JsonValue.Create(mark) : throw new FormatException("No such mark.");

    private static JsonArray? PicksOf(BallotQuestion question, IReadOnlyList<string> picks)
    {
        var most = question.Rule.Method switch { TallyMethod.Plurality => 1, TallyMethod.ChooseUpTo => question.Rule.MaxChoices ?? 1, _ => int.MaxValue };
        CheckKnown(question, picks);
        if (picks.Count > most || (question.Rule is { Method: TallyMethod.Knapsack, Costs: { } costs, Budget: { } budget } && picks.Sum(id => costs[id]) > budget))
        {
            throw new FormatException("Too many options are chosen.");
        }

        return picks.Count == 0 ? null : Array(picks.Order(StringComparer.Ordinal));
    }

    private static JsonObject? GradesOf(BallotQuestion question, JsonObject grades)
    {
        CheckKnown(question, [.. grades.Select(pair => pair.Key)]);
        var highest = question.Rule.MaxScore ?? (question.Rule.Grades?.Count - 1) ?? 0;
        var written = new JsonObject();
        foreach (var (id, grade) in grades)
        {
            written[id] = (grade ?? throw new FormatException("A grade is missing.")).GetValue<int>() is var value && value >= 0 && value <= highest ? value : throw new FormatException("A grade is outside its scale.");
        }

        return written.Count == 0 ? null : written;
    }

    private static JsonArray? RankingOf(BallotQuestion question, JsonArray groups)
    {
        var read = groups.Select(group => Texts(group)).Where(group => group.Count > 0).ToList();
        CheckKnown(question, [.. read.SelectMany(group => group)]);
        return read.Count == 0 ? null : [.. read.Select(group => Array(group.Order(StringComparer.Ordinal)))];
    }

    private static void CheckKnown(BallotQuestion question, IReadOnlyList<string> ids)
    {
        if (ids.Distinct(StringComparer.Ordinal).Count() != ids.Count || ids.Any(id => question.Options.All(option => option.Id != id)))
        {
            throw new FormatException("An option is unknown, or named twice.");
        }
    }

    private static IReadOnlyList<string> Texts(JsonNode? list) => [.. (list ?? throw new FormatException("A list is missing.")).AsArray().Select(text => (text ?? throw new FormatException("An option is missing.")).GetValue<string>())];

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)JsonValue.Create(text))];
}
