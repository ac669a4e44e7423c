using System.Security.Cryptography;
using System.Text;

namespace EssConsult.Ledger;

/// <summary>
/// A chain of SHA-256 links: each link commits to one entry and to every link before it, so that an entry changed,
/// removed or moved afterwards breaks every later link (Haber and Stornetta, 1991).
/// </summary>
public static class HashChain
{
    /// <summary>The link before the first one: 64 zeros.</summary>
    public const string Origin = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The link that follows <paramref name="previous"/>: 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="ArgumentException">The previous link is not 64 hexadecimal digits.</exception>
    public static string Next(string previous, string entry)
    {
        if (previous.Length != Origin.Length || !previous.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("A link is 64 lower-case hexadecimal digits.", nameof(previous));
        }

        return Hex(SHA256.HashData(Encoding.UTF8.GetBytes($"{previous}\n{entry}")));
    }

    /// <summary>A commitment that reveals nothing without its salt: SHA-256 of salt ‖ detail.</summary>
    public static string Commit(byte[] salt, string detail) => Hex(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(detail)]));

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
