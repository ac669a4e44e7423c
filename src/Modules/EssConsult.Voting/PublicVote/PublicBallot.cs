namespace EssConsult.Voting.PublicVote;

/// <summary>What a vote by confirmed address needs besides its rule: its secret, and how far it is screened.</summary>
internal sealed class PublicBallot
{
    public required Guid BallotId { get; init; }

    /// <summary>The vote's own key, under data protection; null once nobody may contest: nothing tells then whose a hash was.</summary>
    public string? SealedKey { get; set; }

    /// <summary>Up to when every vote was looked at.</summary>
    public DateTime? ScreenedUtc { get; set; }
}
