using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace EssConsult.Voting.PublicVote;

/// <summary>Goes along hidden through the screens of a ballot: which form it is, and since when it was shown.</summary>
internal sealed record BallotStamp(Guid Form, Guid BallotId, DateTime ShownUtc);

/// <summary>Signs them: whoever did not get a ballot cannot send one.</summary>
internal sealed class BallotStamps(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("EssConsult.Voting.stamp");

    public string New(Guid ballotId) => protector.Protect(JsonSerializer.Serialize(new BallotStamp(Guid.NewGuid(), ballotId, clock.UtcNow())));

    /// <returns>Null when it is not ours, or another vote's.</returns>
    public BallotStamp? Read(string? text, Guid ballotId)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<BallotStamp>(protector.Unprotect(text)) is { } stamp && stamp.BallotId == ballotId ? stamp : null;
        }
        catch (Exception error) when (error is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
