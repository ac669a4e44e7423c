namespace EssConsult.Tickets.Paper;

/// <summary>One line to sign.</summary>
/// <param name="Name">As it is sorted: family name first, if the list is to be by family names.</param>
/// <param name="Organisation">Empty for nobody's.</param>
public sealed record SignInLine(string Name, string Organisation = "");

/// <summary>What a sign-in sheet shows.</summary>
public sealed record SignInSheet
{
    /// <summary>The event's title.</summary>
    public required string Event { get; init; }

    /// <summary>A sentence.</summary>
    public required string When { get; init; }

    /// <summary>A sentence.</summary>
    public required string Where { get; init; }

    /// <summary>In any order: they are sorted as the style's language sorts.</summary>
    public required IReadOnlyCollection<SignInLine> Lines { get; init; }

    /// <summary>Empty lines at the end, for those who come unannounced.</summary>
    public int BlankLines { get; init; }
}
