namespace EssConsult.BallotScreening;

/// <summary>What is known of a ballot of an open vote; nothing that names anybody.</summary>
public readonly record struct ScreenedBallot
{
    public required string Id { get; init; }

    public required DateTime At { get; init; }

    public required AddressTraits Address { get; init; }

    /// <summary>Keyed hash of the network it came from: /24, or /48 for IPv6.</summary>
    public required ulong Prefix { get; init; }

    /// <summary>Keyed hash of the token that the form bore.</summary>
    public required ulong Token { get; init; }

    /// <summary>Hash of all that the ballot chooses.</summary>
    public required ulong Choices { get; init; }

    /// <summary>From the form's delivery to the vote.</summary>
    public required TimeSpan OnForm { get; init; }
}

/// <summary>Why a ballot waits for the commission.</summary>
[Flags]
public enum ScreeningReasons
{
    None = 0,

    /// <summary>The mailbox has voted already, under another spelling; from three spellings on, all of them.</summary>
    Alias = 1,

    /// <summary>The mailbox is of a kind that lasts for minutes.</summary>
    Disposable = 2,

    /// <summary>One form was sent again and again.</summary>
    Token = 4,

    /// <summary>Names that differ by their numbers, nearly all with the same choices.</summary>
    Sequence = 8,

    /// <summary>Many with the same choices in one minute, each sent faster than anybody reads.</summary>
    Burst = 16,

    /// <summary>The same choices from one network or one small domain, as evenly as by a clock.</summary>
    Drip = 32,

    /// <summary>Addresses of a small domain that are made alike, or nearly all of a small domain, with the same choices.</summary>
    Pattern = 64,
}

/// <param name="Id">Of the ballot.</param>
/// <param name="Reasons">None: it goes to the box.</param>
public readonly record struct ScreeningVerdict(string Id, ScreeningReasons Reasons)
{
    public bool IsQuarantined => Reasons != ScreeningReasons.None;
}
