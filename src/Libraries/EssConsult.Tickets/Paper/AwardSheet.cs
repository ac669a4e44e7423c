namespace EssConsult.Tickets.Paper;

/// <summary>What a laureate's certificate says; dates are sentences already.</summary>
public sealed record AwardSheet
{
    /// <summary>« Certificat de lauréat ».</summary>
    public required string Heading { get; init; }

    /// <summary>« La métropole atteste que le projet ».</summary>
    public required string Opening { get; init; }

    public required string Project { get; init; }

    /// <summary>Who entered it; empty for a person.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>« a reçu la distinction ».</summary>
    public required string Received { get; init; }

    public required string Award { get; init; }

    /// <summary>Edition, date, number.</summary>
    public required IReadOnlyList<CopyFact> Facts { get; init; }

    /// <summary>« Vérifier ce certificat », and how.</summary>
    public required string Check { get; init; }

    public required string Explanation { get; init; }

    /// <summary>Address that the QR code holds.</summary>
    public required string Address { get; init; }

    /// <summary>What a screen reader says in the stead of the code.</summary>
    public required string Code { get; init; }
}
