using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EssConsult.Ledger;

namespace EssConsult.JuryRecord;

/// <summary>What is hashed is written in one way only (RFC 8785); marks and weights that are no whole numbers stand in it as text.</summary>
public static class Sealing
{
    public static string Canonical(JsonNode json) => CanonicalJson.Text(json);

    /// <summary>What seeds draws that anybody can do again: the first eight bytes of the text's SHA-256, the most significant first.</summary>
    public static ulong Seed(string text) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
