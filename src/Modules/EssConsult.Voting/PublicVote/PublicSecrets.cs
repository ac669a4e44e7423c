using System.Security.Cryptography;
using EssConsult.BallotScreening;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.PublicVote;

/// <summary>The secrets of votes by confirmed address: each vote's key, the addresses that must be written to, the links of the mails.</summary>
internal sealed class PublicSecrets(IDataProtectionProvider protection)
{
    private const int KeyBytes = 32;

    private readonly IDataProtector keys = protection.CreateProtector("EssConsult.Voting.address-key");
    private readonly IDataProtector addresses = protection.CreateProtector("EssConsult.Voting.address");
    private readonly IDataProtector confirming = protection.CreateProtector("EssConsult.Voting.confirm");
    private readonly IDataProtector contesting = protection.CreateProtector("EssConsult.Voting.contest");

    public PublicBallot Draw(Guid ballotId) => new() { BallotId = ballotId, SealedKey = keys.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))) };

    /// <summary>Null where the key is gone, or the vote is of another kind.</summary>
    public async Task<AddressKey?> KeyOfAsync(SiteDb db, Guid ballotId, CancellationToken ct) =>
        KeyOf(await db.Set<PublicBallot>().Where(row => row.BallotId == ballotId).Select(row => row.SealedKey).FirstOrDefaultAsync(ct));

    public AddressKey? KeyOf(string? sealedKey) => keys.Read(sealedKey) is { } key ? new AddressKey(Convert.FromBase64String(key)) : null;

    public string Seal(string address) => addresses.Protect(address);

    /// <summary>Null for none, and where the key ring that sealed it is lost.</summary>
    public string? Unseal(string? sealedAddress) => addresses.Read(sealedAddress);

    public string ToConfirm(Guid ballotId, Guid askedId) => $"/votes/{ballotId}/confirmer?jeton={confirming.Protect(askedId.ToString("N"))}";

    /// <returns>Null when the link is not one of ours.</returns>
    public Guid? ReadConfirmation(string? token) => Id(confirming, token);

    public string ToContest(Guid ballotId, Guid voteId) => $"/votes/{ballotId}/contester?jeton={contesting.Protect(voteId.ToString("N"))}";

    /// <returns>Null when the link is not one of ours.</returns>
    public Guid? ReadContest(string? token) => Id(contesting, token);

    private static Guid? Id(IDataProtector protector, string? token) => protector.Read(token) is { } id && Guid.TryParseExact(id, "N", out var known) ? known : null;
}
