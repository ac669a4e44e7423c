using System.Security.Cryptography;
using System.Text;
using EssConsult.BallotScreening;

namespace EssConsult.Voting.Quarantine;

/// <summary>Which votes the commission decides upon together: those of one form, one minute, one domain… with the same choices.</summary>
internal static class QuarantineGroup
{
    private const int Length = 12;

    public static string Of(QuarantineReason reason, ScreenedBallot ballot)
    {
        var address = ballot.Address;
        var cause = reason switch
        {
            QuarantineReason.Token => $"{ballot.Token}",
            QuarantineReason.Sequence => $"{address.Skeleton}-{ballot.Choices}",
            QuarantineReason.Burst => $"{ballot.At.Ticks / TimeSpan.TicksPerMinute}-{ballot.Choices}",
            // A drip is of a network or of a domain: the great providers' domains join nobody.
            QuarantineReason.Drip => address.IsCommonDomain ? $"{ballot.Prefix}-{ballot.Choices}" : $"{address.Domain}-{ballot.Choices}",
            QuarantineReason.Alias => address.Address,
            _ => $"{address.Domain}-{ballot.Choices}",
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{reason}-{cause}")))[..Length];
    }
}
