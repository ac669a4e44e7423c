namespace EssConsult.Prize.Entries;

/// <summary>What an organiser sets of a question beyond its kind; stored beside the field's own settings.</summary>
internal sealed record PrizeQuestionSettings
{
    /// <summary>Shown in the gallery; otherwise only the jury and the team read the answer.</summary>
    public bool Public { get; init; }

    public int? MostCharacters { get; init; }

    /// <summary>Name of an earlier question.</summary>
    public string? ShownIf { get; init; }

    /// <summary>Its answers that call for this one, as readers see them.</summary>
    public IReadOnlyList<string> ShownIfAnswers { get; init; } = [];

    /// <summary>Asked from eligible entries alone, until scoring opens.</summary>
    public bool AfterEligibility { get; init; }

    /// <summary>Of one file.</summary>
    public int? MostMegabytes { get; init; }
}

/// <summary>A question of an entry, in its place among the others.</summary>
/// <param name="Field">Whose value answers it.</param>
/// <param name="Settings">As the organiser set them.</param>
/// <param name="Gate">The earlier question that it hangs on; null when it is always asked.</param>
/// <param name="Opening">The stored answers of the gate that call for it.</param>
internal sealed record Question(FieldDefinition Field, PrizeQuestionSettings Settings, Question? Gate, IReadOnlyList<PredefinedOption> Opening)
{
    /// <summary>The one name of a question within its type.</summary>
    public string Key => $"{Field.Part}.{Field.Name}";

    public bool IsFile => Field.FieldName == "MediaField";

    /// <summary>The member of its JSON that holds what was typed or chosen.</summary>
    public string Member => MemberOf(Field);

    public string Input => $"{Key}.{Member}";

    /// <summary>In the order of the form. A condition on something that is no earlier choice is no condition.</summary>
    public static IReadOnlyList<Question> All(ContentTypeDefinition type)
    {
        var all = new List<Question>();
        foreach (var field in type.Fields)
        {
            var settings = field.Options<PrizeQuestionSettings>();
            var gate = all.Find(one => one.Field.Name == settings.ShownIf && Choices(one.Field).Count > 0);
            var opening = gate is null ? [] : Choices(gate.Field).Where(choice => settings.ShownIfAnswers.Any(answer => Same(answer, choice.Name) || Same(answer, choice.Value))).ToList();
            all.Add(new Question(field, settings, opening.Count > 0 ? gate : null, opening));
        }

        return all;
    }

    /// <summary>What may be answered to a question that others can hang on; none where the answer is free.</summary>
    public static IReadOnlyList<PredefinedOption> Choices(FieldDefinition field) =>
        field.FieldName == "BooleanField" ? [new PredefinedOption("Oui", "true"), new PredefinedOption("Non", string.Empty)] : PredefinedOption.Of(field);

    /// <summary>Whether it is asked at all, given the answers to those before it.</summary>
    public bool IsAsked(ContentItem answers) => Gate is null || (Gate.IsAsked(answers) && Opening.Any(choice => Same(choice.Value, Gate.Given(answers))));

    /// <summary>What was typed or chosen; a line break is one character.</summary>
    public string Given(ContentItem answers)
    {
        var text = (answers.FieldText(Field.Part, Field.Name, Member) ?? string.Empty).ReplaceLineEndings("\n");
        return Field.FieldName == "BooleanField" && !Same(text, "true") ? string.Empty : text;
    }

    private static string MemberOf(FieldDefinition field) => field.FieldName switch { "MarkdownField" => "Markdown", "HtmlField" => "Html", "TextField" => "Text", _ => "Value" };

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A file question as the form asks it.</summary>
internal sealed record FileQuestion(Question Question, FileLimits Limits, string Accept, IReadOnlyList<FileAnswer> Files);
