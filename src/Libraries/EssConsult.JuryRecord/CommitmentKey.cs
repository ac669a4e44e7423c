using System.Security.Cryptography;
using System.Text;

namespace EssConsult.JuryRecord;

/// <summary>A commitment says nothing about a text before its key is shown, and fits no other text (HMAC-SHA-256, RFC 2104).</summary>
public static class CommitmentKey
{
    /// <summary>32 random bytes.</summary>
    public static byte[] Draw() => RandomNumberGenerator.GetBytes(32);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public static string Commit(byte[] key, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
}
