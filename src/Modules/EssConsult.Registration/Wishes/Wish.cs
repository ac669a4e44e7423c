namespace EssConsult.Registration.Wishes;

/// <summary>One workshop that a registration would like in one slot.</summary>
internal sealed class Wish
{
    /// <summary>Ranks that one can give in a slot.</summary>
    public const int MostRanks = 8;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plenary.</summary>
    public required string EventId { get; init; }

    public Guid RegistrationId { get; init; }

    public required string Slot { get; init; }

    /// <summary>1 is wished most.</summary>
    public int Rank { get; init; }

    public required string WorkshopId { get; init; }
}

/// <summary>The seed of a plenary's draw. Once it is there it stays: nobody draws until they like the result.</summary>
internal sealed class WishSeed
{
    public const int Longest = 100;

    public required string EventId { get; init; }

    public required string Seed { get; init; }

    public DateTime SetUtc { get; init; }

    /// <summary>Announced by an organiser, and not drawn by the server.</summary>
    public bool IsAnnounced { get; init; }
}

/// <summary>One allocation with all that it depends on, so that anybody can do it again.</summary>
internal sealed class WishRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EventId { get; init; }

    public required string Seed { get; init; }

    /// <summary>A <c>WishRequest</c> as JSON; people are ids of registrations.</summary>
    public required string Input { get; init; }

    /// <summary>A <c>WishResult</c> as JSON.</summary>
    public required string Result { get; init; }

    public DateTime CreatedUtc { get; init; }

    public required string CreatedById { get; init; }

    /// <summary>Null for a preview.</summary>
    public DateTime? PublishedUtc { get; set; }
}
