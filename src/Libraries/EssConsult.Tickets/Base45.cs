namespace EssConsult.Tickets;

/// <summary>Bytes as the 45 characters of a QR code's alphanumeric mode, three characters for two bytes (RFC 9285).</summary>
public static class Base45
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /// <summary>Three characters for each pair of bytes, two for a last single one.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length / 2 * 3) + (bytes.Length % 2 * 2)];
        var at = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            var pair = i + 1 < bytes.Length;
            var value = pair ? (bytes[i] << 8) | bytes[i + 1] : bytes[i];
            text[at++] = Alphabet[value % 45];
            text[at++] = Alphabet[value / 45 % 45];
            if (pair)
            {
                text[at++] = Alphabet[value / 2025];
            }
        }

        return new string(text);
    }

    /// <summary>The bytes, or null for a character outside the alphabet, a length of 3n + 1, or a group that no bytes give.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 3 == 1)
        {
            return null;
        }

        var bytes = new byte[(text.Length / 3 * 2) + (text.Length % 3 / 2)];
        var at = 0;
        while (!text.IsEmpty)
        {
            var group = text[..Math.Min(3, text.Length)];
            text = text[group.Length..];
            var value = 0;
            for (var i = group.Length - 1; i >= 0; i--)
            {
                var digit = Alphabet.IndexOf(group[i], StringComparison.Ordinal);
                if (digit < 0)
                {
                    return null;
                }

                value = (value * 45) + digit;
            }

            if (value > (group.Length == 3 ? 0xFFFF : 0xFF))
            {
                return null;
            }

            if (group.Length == 3)
            {
                bytes[at++] = (byte)(value >> 8);
            }

            bytes[at++] = (byte)value;
        }

        return bytes;
    }
}
