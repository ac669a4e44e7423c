using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EssConsult.JuryStatistics.Assignment;

/// <summary>A number for each pair that nobody chose: the first eight bytes of SHA-256 of three lines, <c>printf 'SEED\nJUROR\nENTRY' | sha256sum</c>.</summary>
internal static class TieBreak
{
    /// <returns>By entry, then by juror.</returns>
    public static ulong[][] Numbers(ulong seed, string[] jurors, string[] entries)
    {
        var numbers = Array.ConvertAll(entries, _ => new ulong[jurors.Length]);
        var names = Array.ConvertAll(entries, Encoding.UTF8.GetBytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var (juror, id) in jurors.Index())
        {
            var start = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}\n{id}\n"));
            var text = new byte[start.Length + names.Select(name => name.Length).DefaultIfEmpty().Max()];
            start.CopyTo(text, 0);
            foreach (var (entry, name) in names.Index())
            {
                name.CopyTo(text, start.Length);
                SHA256.HashData(text.AsSpan(0, start.Length + name.Length), hash);
                numbers[entry][juror] = BinaryPrimitives.ReadUInt64BigEndian(hash);
            }
        }

        return numbers;
    }
}
