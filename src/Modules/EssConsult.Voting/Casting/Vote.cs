using EssConsult.Voting.Quarantine;

namespace EssConsult.Voting.Casting;

internal enum VoteChannel
{
    Online,

    /// <summary>Signed off at the desk: the ballot is on paper, and no other vote is taken from this person.</summary>
    Desk,
}

/// <summary>
/// One voter's vote, one row for each ballot and voter: sealed to the opening key, or readable under the open regime. A vote that is cast
/// again replaces it in place. In a secret ballot the rows are gone once it is counted.
/// </summary>
internal sealed class Vote
{
    public const string Twice = "vote.twice", Moved = "vote.moved";

    /// <summary>Random: the order of keys says nothing of when.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid BallotId { get; init; }

    /// <summary>An account, a seat at an event, a line of the roll or a structure, as the electorate says.</summary>
    public required string VoterId { get; init; }

    /// <summary>Null for who votes with a ticket, and after erasure.</summary>
    public string? PersonId { get; set; }

    public VoteChannel Channel { get; init; }

    public byte[]? Sealed { get; private set; }

    /// <summary>Canonical JSON.</summary>
    public string? Choice { get; private set; }

    /// <summary>What the voter keeps: it shows that the vote is in the box, never what it says.</summary>
    public string? Receipt { get; private set; }

    public long Weight { get; init; } = 1;

    /// <summary>One per form shown: sent twice, it votes once.</summary>
    public Guid FormKey { get; private set; }

    /// <summary>The first reason for which an open vote waits for the commission, or was left out by it: it does not count. Null once two officers kept it.</summary>
    public QuarantineReason? Quarantine { get; set; }

    public void Put(SealedChoice cast, Guid formKey) => (Sealed, Choice, Receipt, FormKey) = (cast.Envelope, cast.Choice, cast.Receipt, formKey);
}

/// <summary>A choice ready to be stored: in an envelope, or as it is.</summary>
internal sealed record SealedChoice(byte[]? Envelope, string? Choice, string Receipt);
