namespace EssConsult.Tickets.Paper;

/// <summary>What one badge shows.</summary>
public sealed record Badge
{
    /// <summary>Read from three metres.</summary>
    public required string Name { get; init; }

    /// <summary>Empty for nobody's.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Empty while there is none.</summary>
    public string Table { get; init; } = "";

    /// <summary>« Équipe », « Presse »…; empty for a participant.</summary>
    public string Role { get; init; } = "";

    /// <summary>What <see cref="TicketCode.Issue"/> gave; empty for a badge without a code.</summary>
    public string Code { get; init; } = "";
}
