namespace EssConsult.Voting.Electorates;

/// <summary>One who may vote, on a list that was imported: an address, or a structure.</summary>
internal sealed class RollLine
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid BallotId { get; init; }

    /// <summary>The address in capitals; null for a structure, and after erasure.</summary>
    public string? AddressKey { get; set; }

    public Guid? ActorId { get; init; }

    public long Weight { get; init; } = 1;
}
