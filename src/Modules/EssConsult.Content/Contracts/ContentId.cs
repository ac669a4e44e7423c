using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EssConsult.Content.Contracts;

/// <summary>
/// Orchard's ids: 26 characters of Crockford's base 32, lower case, from the 16 bytes of a random GUID read as two signed
/// little-endian numbers of 13 characters each. Ids from elsewhere are accepted whatever their form.
/// </summary>
public readonly record struct ContentId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.NewGuid().TryWriteBytes(bytes);
        return Write(bytes);
    }

    /// <summary>The id of something that comes from elsewhere: always the same for the same source, so that an import can be repeated.</summary>
    public static string From(string source) => Write(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 16));

    private static string Write(ReadOnlySpan<byte> bytes)
    {
        Span<char> id = stackalloc char[26];
        Write(BinaryPrimitives.ReadInt64LittleEndian(bytes), id[..13]);
        Write(BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]), id[13..]);
        return new string(id);
    }

    // The first of the 13 characters holds the top four bits, sign-extended to five.
    private static void Write(long value, Span<char> into)
    {
        for (var index = 0; index < 13; index++)
        {
            into[index] = Alphabet[(int)((value >> (60 - (5 * index))) & 31)];
        }
    }
}
