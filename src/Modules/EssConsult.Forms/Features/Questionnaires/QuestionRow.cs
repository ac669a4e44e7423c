using EssConsult.Forms.Questionnaires;

namespace EssConsult.Forms.Features.Questionnaires;

/// <summary>A question as its inputs post it.</summary>
internal sealed record QuestionInput
{
    public string Name { get; set; } = string.Empty;

    public QuestionKind Kind { get; set; }

    public string? Text { get; set; }

    /// <summary>One a line.</summary>
    public string? Options { get; set; }

    public bool Required { get; set; }

    public string? OnlyIf { get; set; }

    public string? Is { get; set; }

    public static QuestionInput Of(Question question) => new()
    {
        Name = question.Name, Kind = question.Kind, Text = question.Text, Options = string.Join('\n', question.Options), Required = question.Required, OnlyIf = question.OnlyIf, Is = question.Is,
    };

    public Question ToQuestion() => new()
    {
        Name = Name, Kind = Kind, Text = TypedText.Clean(Text), Options = [.. TypedText.Clean(Options).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()],
        Required = Required, OnlyIf = string.IsNullOrEmpty(OnlyIf) ? null : OnlyIf, Is = string.IsNullOrEmpty(OnlyIf) ? null : TypedText.Clean(Is),
    };
}

/// <summary>One question among the others, for its inputs.</summary>
internal sealed record QuestionRow(IReadOnlyList<QuestionInput> All, int Index)
{
    public static readonly IReadOnlyList<(QuestionKind Kind, string Label)> Kinds =
    [
        (QuestionKind.ShortText, "Texte court"), (QuestionKind.LongText, "Texte long"), (QuestionKind.OneChoice, "Un seul choix"), (QuestionKind.SeveralChoices, "Plusieurs choix"),
        (QuestionKind.Scale, "Échelle de 1 à 5"), (QuestionKind.Date, "Date"), (QuestionKind.Number, "Nombre"),
    ];

    public QuestionInput Question => All[Index];

    public string KindLabel => Kinds.First(kind => kind.Kind == Question.Kind).Label;

    public bool HasOptions => Question.Kind is QuestionKind.OneChoice or QuestionKind.SeveralChoices;

    public bool IsLast => Index == All.Count - 1;

    public IEnumerable<QuestionInput> Earlier => All.Take(Index);

    public int NumberOf(QuestionInput question) => All.ToList().IndexOf(question) + 1;
}
