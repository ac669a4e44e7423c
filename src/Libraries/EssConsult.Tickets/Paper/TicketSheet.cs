namespace EssConsult.Tickets.Paper;

/// <summary>What one ticket shows; dates are sentences already.</summary>
public sealed record TicketSheet
{
    /// <summary>The event's title.</summary>
    public required string Event { get; init; }

    /// <summary>« vendredi 12 mars 2027, de 9 h à 12 h 30 ».</summary>
    public required string When { get; init; }

    /// <summary>Name and address of the place.</summary>
    public required string Where { get; init; }

    /// <summary>Whom the ticket lets in.</summary>
    public required string Name { get; init; }

    /// <summary>Empty for nobody's.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>People whom it lets in; shown from two on.</summary>
    public int Party { get; init; } = 1;

    /// <summary>Empty while there is none.</summary>
    public string Table { get; init; } = "";

    /// <summary>What a person reads out when the code cannot be scanned.</summary>
    public required string Number { get; init; }

    /// <summary>What <see cref="TicketCode.Issue"/> gave.</summary>
    public required string Code { get; init; }

    /// <summary>Paragraphs: access, cancellation, personal data.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
}
