using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EssConsult.Tally;

namespace EssConsult.Voting.Paper;

/// <summary>
/// Ballots on paper as people type them, one on each line: « 2 &gt; 1 = 3 » ranks, « 5 0 - 3 » gives notes in the order of the options,
/// « 1, 3 » picks, « pour » says for; « blanc » and « nul » are what they are. « 12 x » in front stands for twelve equal ballots, « | » between
/// the questions of one paper.
/// </summary>
internal static partial class PaperLines
{
    public const int MostLines = 20_000, ShownFaults = 10;

    private const string Blank = "blanc", Spoiled = "nul", None = "-";
    private static readonly IReadOnlyList<(string Mark, string Word)> Marks = [("for", "pour"), ("against", "contre"), ("abstain", "abstention")];

    public static (IReadOnlyList<(string Choice, long Count)> Ballots, IReadOnlyList<LineFault> Faults) Read(BallotRule rule, string? text)
    {
        var (ballots, faults) = (new List<(string, long)>(), new List<LineFault>());
        var lines = (text ?? string.Empty).ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > MostLines)
        {
            return ([], [new LineFault(MostLines + 1, "{0} lignes au plus.", MostLines)]);
        }

        foreach (var (place, line) in lines.Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                ballots.Add(ReadLine(rule, line.Trim()));
            }
            catch (LineException unreadable)
            {
                faults.Add(new LineFault(place + 1, unreadable.Message, unreadable.Values));
            }
        }

        return (ballots, faults);
    }

    /// <summary>The text that gives these ballots again.</summary>
    public static string Write(BallotRule rule, IEnumerable<BoxLine> lines) => string.Join('\n', lines.Select(line => (line.Count > 1 ? line.Count.ToString(CultureInfo.InvariantCulture) + " x " : string.Empty)
        + string.Join(" | ", rule.Questions.Select(question => WriteAnswer(question, JsonNode.Parse(line.Choice)![question.Id])))));

    private static (string Choice, long Count) ReadLine(BallotRule rule, string line)
    {
        var (count, rest) = Repeated().Match(line) is { Success: true } repeated ? (long.Parse(repeated.Groups[1].Value, CultureInfo.InvariantCulture), repeated.Groups[2].Value) : (1L, line);
        var parts = rest.Split('|', StringSplitOptions.TrimEntries);
        if (count < 1 || parts.Length != rule.Questions.Count)
        {
            throw new LineException("il faut une réponse par question, séparées par « | » : {0} questions.", rule.Questions.Count);
        }

        var answers = new JsonObject();
        foreach (var (question, part) in rule.Questions.Zip(parts))
        {
            answers[question.Id] = part.ToLowerInvariant() switch { Blank or None or "" => null, Spoiled => JsonValue.Create(Choices.Spoiled), var said => ReadAnswer(question, said) };
        }

        try
        {
            return (Choices.WritePaper(rule, answers), count);
        }
        catch (FormatException)
        {
            throw new LineException("ce bulletin n’est pas valable : plus que le budget, ou une option deux fois. S’il est nul, écrivez « nul ».");
        }
    }

    private static JsonNode ReadAnswer(BallotQuestion question, string said) => Choices.ShapeOf(question.Rule.Method) switch
    {
        ChoiceShape.Mark => Marks.FirstOrDefault(mark => mark.Word == said).Mark is { } mark ? JsonValue.Create(mark) : throw new LineException("« {0} » n’est ni « pour », ni « contre », ni « abstention ».", said),
        ChoiceShape.Ranking => Ranking(question, said),
        ChoiceShape.Grades => Grades(question, said),
        _ => Picks(question, said),
    };

    private static JsonArray Picks(BallotQuestion question, string said)
    {
        var picked = said.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(number => Option(question, number)).ToList();
        return picked.Count <= Most(question) ? [.. picked.Select(id => (JsonNode)JsonValue.Create(id))] : throw new LineException("{0} options choisies, {1} au plus. S’il est nul, écrivez « nul ».", picked.Count, Most(question));
    }

    private static int Most(BallotQuestion question) => question.Rule.Method switch { TallyMethod.Plurality => 1, TallyMethod.ChooseUpTo => question.Rule.MaxChoices ?? 1, _ => int.MaxValue };

    private static JsonArray Ranking(BallotQuestion question, string said)
    {
        var groups = said.Split('>', StringSplitOptions.TrimEntries).Select(group => group.Split('=', StringSplitOptions.TrimEntries).Select(number => Option(question, number)).ToList()).ToList();
        return groups.SelectMany(group => group).GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new LineException("l’option {0} est classée deux fois.", Number(question, twice.Key))
            : new JsonArray([.. groups.Select(group => (JsonNode)new JsonArray([.. group.Select(id => (JsonNode)JsonValue.Create(id))]))]);
    }

    private static JsonObject Grades(BallotQuestion question, string said)
    {
        var (given, highest) = (said.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries), question.Rule.MaxScore ?? (question.Rule.Grades?.Count - 1) ?? 0);
        if (given.Length != question.Options.Count)
        {
            throw new LineException("il faut {0} notes, une par option et dans leur ordre ; « - » pour une option sans note. Il y en a {1}.", question.Options.Count, given.Length);
        }

        var grades = new JsonObject();
        foreach (var (option, note) in question.Options.Zip(given).Where(pair => pair.Second != None))
        {
            grades[option.Id] = int.TryParse(note, NumberStyles.None, CultureInfo.InvariantCulture, out var grade) && grade <= highest ? grade : throw new LineException("« {0} » n’est pas une note de 0 à {1}.", note, highest);
        }

        return grades;
    }

    private static string Option(BallotQuestion question, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= question.Options.Count ? question.Options[place - 1].Id
            : throw new LineException("« {0} » n’est pas un numéro d’option, de 1 à {1}.", number, question.Options.Count);

    private static int Number(BallotQuestion question, string id) => question.Options.Select(option => option.Id).ToList().IndexOf(id) + 1;

    private static string WriteAnswer(BallotQuestion question, JsonNode? answer) => answer switch
    {
        null => Blank,
        _ when Choices.IsSpoiled(answer) => Spoiled,
        JsonArray groups when Choices.ShapeOf(question.Rule.Method) == ChoiceShape.Ranking => string.Join(" > ", groups.Select(group => string.Join(" = ", group!.AsArray().Select(id => Number(question, id!.ToString()))))),
        JsonArray picks => string.Join(", ", picks.Select(id => Number(question, id!.ToString()))),
        JsonObject grades => string.Join(' ', question.Options.Select(option => grades[option.Id]?.ToString() ?? None)),
        _ => Marks.First(mark => mark.Mark == answer.ToString()).Word,
    };

    [GeneratedRegex(@"^(\d{1,6})\s*[x×]\s+(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Repeated();
}
