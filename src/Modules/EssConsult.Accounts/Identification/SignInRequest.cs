using System.Security.Cryptography;
using System.Text;

namespace EssConsult.Accounts.Identification;

/// <summary>
/// One wish to be identified: an address, and the ways to prove it. The browser that asked holds the secret in a cookie, the mail
/// holds the code and the link; the database holds hashes, and the code's cannot be guessed from it without the browser's secret.
/// </summary>
internal sealed class SignInRequest
{
    public const int MaxAttempts = 5;
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Time to type one's name once the address is proved.</summary>
    public static readonly TimeSpan NameLife = TimeSpan.FromHours(1);

    public Guid Id { get; init; } = Guid.NewGuid();

    public required string Email { get; init; }

    public required string NormalizedEmail { get; init; }

    public required string SecretHash { get; set; }

    public required string CodeHash { get; init; }

    public required string LinkHash { get; init; }

    /// <summary>Whose new address this is to become; null for an identification.</summary>
    public string? PersonId { get; init; }

    /// <summary>Under which drafts wait for whoever proves the address, on this browser or by the link on another.</summary>
    public string? BrowserKey { get; init; }

    public string? ReturnTo { get; init; }

    public DateTime CreatedUtc { get; init; }

    public DateTime ExpiresUtc { get; set; }

    public int FailedAttempts { get; set; }

    public DateTime? VerifiedUtc { get; set; }

    public DateTime? UsedUtc { get; set; }

    public bool IsOpen(DateTime now) => UsedUtc is null && ExpiresUtc > now;

    public bool IsVerified(DateTime now) => IsOpen(now) && VerifiedUtc is not null;

    public bool CodeMatches(string secret, string code) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashCode(secret, code)), Encoding.ASCII.GetBytes(CodeHash));

    public void Verify(DateTime now) => (VerifiedUtc, ExpiresUtc) = (now, now + NameLife);

    public static string NewCode() => RandomNumberGenerator.GetString("0123456789", 6);

    public static string HashCode(string secret, string code) => Secret.Hash(secret + code);
}
