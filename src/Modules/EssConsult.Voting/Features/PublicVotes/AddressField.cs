namespace EssConsult.Voting.Features.PublicVotes;

/// <summary>The last step of a ballot without an account: where the link goes.</summary>
internal sealed record AddressField(Guid BallotId, string? Address = null, string? Error = null);
