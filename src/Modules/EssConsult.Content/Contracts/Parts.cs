namespace EssConsult.Content.Contracts;

public sealed record TitlePart(string? Title);

public sealed record AutoroutePart
{
    public string? Path { get; init; }

    public bool SetHomepage { get; init; }

    public bool Disabled { get; init; }

    public bool RouteContainedItems { get; init; }

    public bool Absolute { get; init; }
}

public sealed record HtmlBodyPart(string? Html);

public sealed record MarkdownBodyPart(string? Markdown);

public sealed record AliasPart(string? Alias);

/// <summary>On an item that a list holds.</summary>
public sealed record ContainedPart
{
    public string? ListContentItemId { get; init; }

    public string? ListContentType { get; init; }

    public double Order { get; init; }
}
