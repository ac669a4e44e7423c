namespace EssConsult.Registration;

/// <summary>What somebody asks for, already read from a form.</summary>
internal sealed record RegisterForEvent
{
    public required string EventId { get; init; }

    /// <summary>The same for the same form, however often it is sent.</summary>
    public required Guid FormKey { get; init; }

    public required string Name { get; init; }

    public string? Organisation { get; init; }

    /// <summary>Null for somebody who is signed in.</summary>
    public string? Email { get; init; }

    public string? PersonId { get; init; }

    /// <summary>The structure that takes seats for its people.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>1 to 10, whoever registers among them.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>Names of those who come along, as far as they are known.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    public IReadOnlyList<(NeedKind Kind, string? Note)> Needs { get; init; } = [];

    public string? Answers { get; init; }

    /// <summary>Workshops of the plenary, at most one per slot.</summary>
    public IReadOnlyList<string> Workshops { get; init; } = [];

    public Guid? InvitationId { get; init; }

    public RegistrationSource Source { get; init; }

    public string Language { get; init; } = "fr";

    /// <summary>Nobody has to read a mailbox first: an account, an invitation by mail, or an organiser who knows.</summary>
    public bool IsProved { get; init; }
}
