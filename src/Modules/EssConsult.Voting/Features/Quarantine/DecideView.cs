using EssConsult.Voting.Quarantine;

namespace EssConsult.Voting.Features.Quarantine;

/// <summary>What one may do about a group, or about one of its votes.</summary>
/// <param name="VoteId">Null for the whole group.</param>
/// <param name="IsMine">Who looks has made the proposal: another person confirms it.</param>
/// <param name="Query">The filters, to come back to: empty, or begins with an ampersand.</param>
internal sealed record DecideView(string Group, Guid? VoteId, QuarantineState State, int Votes, bool Keeps, bool IsMine, bool IsCounted, string Query);
