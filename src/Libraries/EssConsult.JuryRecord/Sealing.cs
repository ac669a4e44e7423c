using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EssConsult.JuryRecord;

/// <summary>Hashes of texts that are written in one way only (canonical JSON, RFC 8785); marks and weights that are no whole numbers stand in them as text.</summary>
public static class Sealing
{
    /// <summary>What seeds draws that anybody can do again: the first eight bytes of the text's SHA-256, the most significant first.</summary>
    public static ulong Seed(string text) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
