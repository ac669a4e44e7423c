namespace EssConsult.Tickets.Paper;

/// <summary>A written thing as somebody handed it in: title, facts, questions with their answers, and what proves that nothing was changed.</summary>
public sealed record CopySheet
{
    public required string Title { get; init; }

    /// <summary>To whom it was handed in.</summary>
    public required string Subtitle { get; init; }

    public IReadOnlyList<CopyFact> Facts { get; init; } = [];

    public IReadOnlyList<CopyPassage> Passages { get; init; } = [];

    /// <summary>At the foot of each page: a number, a hash.</summary>
    public required string Foot { get; init; }
}

/// <summary>One short line.</summary>
public sealed record CopyFact(string Label, string Value);

/// <summary>A question and its answer, of any length; a line break begins a paragraph.</summary>
public sealed record CopyPassage(string Heading, string Text);
