using EssConsult.Voting.Quarantine;

namespace EssConsult.Voting.Features.Quarantine;

/// <summary>What one may do about a group, or about one of its votes.</summary>
/// <param name="IsMine">Who looks has made the proposal: another person confirms it.</param>
/// <param name="Query">The filters, to come back to: empty, or begins with an ampersand.</param>
internal sealed record DecideView(QuarantineSight Sight, QuarantineState State, bool IsMine, bool IsCounted, string Query);
