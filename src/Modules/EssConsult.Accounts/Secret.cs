using System.Security.Cryptography;
using System.Text;

namespace EssConsult.Accounts;

/// <summary>Random bearers: the person holds the secret, the database its hash.</summary>
internal static class Secret
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
