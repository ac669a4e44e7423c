using System.Text.Json.Nodes;
using EssConsult.Forms.Outline;

namespace EssConsult.Forms.Questionnaires;

internal enum QuestionKind
{
    ShortText,
    LongText,
    OneChoice,
    SeveralChoices,

    /// <summary>From 1 to 5.</summary>
    Scale,
    Date,
    Number,
}

/// <summary>One question as the plain screen asks for it.</summary>
internal sealed record Question
{
    /// <summary>Stays when the words change: answers are kept under it.</summary>
    public required string Name { get; init; }

    public required QuestionKind Kind { get; init; }

    public string Text { get; init; } = string.Empty;

    public IReadOnlyList<string> Options { get; init; } = [];

    public bool Required { get; init; }

    /// <summary>The name of an earlier question; null asks in any case.</summary>
    public string? OnlyIf { get; init; }

    /// <summary>What that question must have been answered.</summary>
    public string? Is { get; init; }
}

/// <summary>
/// A form that a plain screen writes: an Orchard <c>Form</c> whose elements carry one part more, <c>EssQuestionPart</c>, that says what kind of
/// question each is.
/// </summary>
internal sealed record Questionnaire(string Title, string Note, string Thanks, bool ByCode, IReadOnlyList<Question> Questions)
{
    public const string Marker = "EssQuestionnairePart";
    public const int MostQuestions = 100;
    private static readonly string[] Steps = ["1", "2", "3", "4", "5"];

    public static bool Is(ContentItem item) => item.Content[Marker] is JsonObject;

    public static Questionnaire Read(ContentItem item)
    {
        var own = item.Content["EssFormPart"] as JsonObject;
        return new Questionnaire(
            item.DisplayText ?? string.Empty, own?["Note"]?.ToString() ?? string.Empty, own?["Thanks"]?.ToString() ?? string.Empty, NeedsCode(item.Content),
            [.. Elements(item).Where(element => element["EssQuestionPart"] is JsonObject).Select(ReadQuestion)]);
    }

    public static bool NeedsCode(JsonObject form) => (form[Marker] as JsonObject)?["Access"]?.ToString() == "codes";

    /// <summary>Writes over the item: parts and elements that are not questions stay.</summary>
    public void WriteTo(ContentItem item)
    {
        item.DisplayText = Title;
        item.Put(new TitlePart(Title));
        Object(item, "FormPart")["Method"] ??= "POST";
        var (own, marker) = (Object(item, "EssFormPart"), Object(item, Marker));
        (own["Note"], own["Thanks"], marker["Access"]) = (Note.Length > 0 ? Note : null, Thanks.Length > 0 ? Thanks : null, ByCode ? "codes" : "link");
        var known = Elements(item).ToDictionary(element => element["FormInputElementPart"]?["Name"]?.ToString() ?? element["ContentItemId"]!.ToString());
        var others = known.Values.Where(element => element["EssQuestionPart"] is null).Select(element => element.DeepClone());
        Object(item, "FlowPart")["Widgets"] = new JsonArray([.. Questions.Select(question => (JsonNode)WriteQuestion(question, known.GetValueOrDefault(question.Name)?["ContentItemId"]?.ToString() ?? ContentId.New())), .. others]);
    }

    private static Question ReadQuestion(JsonObject element)
    {
        var kind = Enum.TryParse<QuestionKind>(element["EssQuestionPart"]?["Kind"]?.ToString(), out var known) ? known : QuestionKind.ShortText;
        var rule = ((element["FormInputElementVisibilityPart"] as JsonObject)?["Groups"] as JsonArray)?.FirstOrDefault()?["Rules"]?.AsArray().FirstOrDefault();
        return new Question
        {
            Name = element["FormInputElementPart"]!["Name"]!.ToString(), Kind = kind, Text = element["FormElementLabelPart"]?["Label"]?.ToString() ?? string.Empty,
            Options = kind == QuestionKind.Scale ? [] : [.. (element["SelectPart"]?["Options"] as JsonArray ?? []).Select(option => option?["Text"]?.ToString() ?? string.Empty)],
            Required = FieldRules.Read(element["EssFieldPart"] as JsonObject ?? []).Required, OnlyIf = rule?["Field"]?.ToString(), Is = rule?["Values"]?.AsArray().FirstOrDefault()?.ToString(),
        };
    }

    private static JsonObject WriteQuestion(Question question, string id)
    {
        var element = new JsonObject
        {
            ["ContentItemId"] = id,
            ["ContentType"] = question.Kind switch { QuestionKind.LongText => "TextArea", QuestionKind.ShortText or QuestionKind.Date or QuestionKind.Number => "Input", _ => "Select" },
            ["FormInputElementPart"] = new JsonObject { ["Name"] = question.Name },
            ["FormElementLabelPart"] = new JsonObject { ["Option"] = "Standard", ["Label"] = question.Text },
        };
        switch (question.Kind)
        {
            case QuestionKind.LongText:
                element["TextAreaPart"] = new JsonObject { ["Rows"] = 5 };
                break;
            case QuestionKind.OneChoice or QuestionKind.SeveralChoices or QuestionKind.Scale:
                element["SelectPart"] = new JsonObject
                {
                    ["Options"] = new JsonArray([.. (question.Kind == QuestionKind.Scale ? Steps : question.Options).Select(option => (JsonNode)new JsonObject { ["Text"] = option, ["Value"] = option })]),
                    ["Editor"] = question.Kind == QuestionKind.SeveralChoices ? "Checkbox" : "Radio",
                };
                break;
            default:
                element["InputPart"] = new JsonObject { ["Type"] = question.Kind switch { QuestionKind.Date => "date", QuestionKind.Number => "number", _ => "text" } };
                break;
        }

        element["EssFieldPart"] = new JsonObject { ["Required"] = question.Required };
        element["EssQuestionPart"] = new JsonObject { ["Kind"] = question.Kind.ToString() };
        if (question.OnlyIf is { Length: > 0 } field)
        {
            var rule = new JsonObject { ["Field"] = field, ["Operator"] = "Is", ["Values"] = new JsonArray(question.Is ?? string.Empty), ["CaseSensitive"] = false };
            element["FormInputElementVisibilityPart"] = new JsonObject { ["Action"] = "Show", ["Groups"] = new JsonArray(new JsonObject { ["Rules"] = new JsonArray(rule) }) };
        }

        return element;
    }

    private static IEnumerable<JsonObject> Elements(ContentItem item) => ((item.Content["FlowPart"] as JsonObject)?["Widgets"] as JsonArray ?? []).OfType<JsonObject>();

    private static JsonObject Object(ContentItem item, string part)
    {
        if (item.Content[part] is not JsonObject found)
        {
            item.Content[part] = found = [];
        }

        return found;
    }
}
