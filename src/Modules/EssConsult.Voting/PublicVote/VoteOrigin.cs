using EssConsult.BallotScreening;

namespace EssConsult.Voting.PublicVote;

/// <summary>
/// What the screen looks at, and the address under seal while somebody may have to be written to. Hashes are keyed by the vote's secret:
/// neither the address nor the network is here.
/// </summary>
internal sealed record OriginTraits
{
    public required long Domain { get; init; }

    public required long Skeleton { get; init; }

    public required long Shape { get; init; }

    public required bool IsDisposable { get; init; }

    public required bool IsCommonDomain { get; init; }

    /// <summary>Of the /24, or the /48.</summary>
    public required long Network { get; init; }

    public required long OnFormMilliseconds { get; init; }

    /// <summary>Null after the delay to contest.</summary>
    public required string? SealedAddress { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public AddressTraits AddressOf(string mailbox) => new() { Address = mailbox, Domain = unchecked((ulong)Domain), Skeleton = unchecked((ulong)Skeleton), Shape = unchecked((ulong)Shape), IsDisposable = IsDisposable, IsCommonDomain = IsCommonDomain };
}

/// <summary>A ballot that was filled in, and whose address nobody has confirmed yet: it counts for nothing and is gone after a week.</summary>
internal sealed class AskedVote
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Of the mailed link: the form key of the vote that comes of it.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid BallotId { get; init; }

    /// <summary>Keyed hash, 64 hexadecimal digits.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required string Choice { get; init; }

    public required DateTime AskedUtc { get; init; }

    /// <summary>Keyed hash of the form's token.</summary>
    public required long Form { get; init; }

    public required OriginTraits Traits { get; init; }
}

/// <summary>Beside a vote that came by a confirmed address; it goes with the vote.</summary>
internal sealed class VoteOrigin
{
    public required Guid VoteId { get; init; }

    public required Guid BallotId { get; init; }

    /// <summary>When the form came in.</summary>
    public required DateTime AskedUtc { get; set; }

    /// <summary>Keyed hash of the form's token.</summary>
    public required long Form { get; set; }

    public required OriginTraits Traits { get; set; }
}
