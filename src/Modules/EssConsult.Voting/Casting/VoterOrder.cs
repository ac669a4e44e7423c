using System.Security.Cryptography;
using System.Text;

namespace EssConsult.Voting.Casting;

/// <summary>Options in an order of the voter's own: random among voters, so that the first place helps nobody, and the same whenever this voter comes back.</summary>
internal static class VoterOrder
{
    public static IReadOnlyList<BallotOption> Of(BallotQuestion question, string ballotId, string voterId) =>
        [.. question.Options.OrderBy(option => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{ballotId}\n{question.Id}\n{voterId}\n{option.Id}"))), StringComparer.Ordinal)];
}
