using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EssConsult.Tickets.Door;

/// <summary>AES-256-GCM over JSON, as WebCrypto reads it: base64url of nonce (12 bytes) ‖ ciphertext ‖ tag (16 bytes).</summary>
internal static class Seal
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Seals a value; its length is rounded up to <paramref name="block"/> bytes, so that a long note does not show.</summary>
    public static string Close<T>(T value, byte[] key, string context, int block)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, Json);

        // Spaces after JSON mean nothing to its readers.
        var text = new byte[(json.Length + block - 1) / block * block];
        text.AsSpan().Fill((byte)' ');
        json.CopyTo(text, 0);

        var box = new byte[NonceLength + text.Length + TagLength];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(box.AsSpan(0, NonceLength), text, box.AsSpan(NonceLength, text.Length), box.AsSpan(NonceLength + text.Length), Encoding.UTF8.GetBytes(context));
        return Base64Url.EncodeToString(box);
    }

    /// <summary>What was sealed, or the default when the key or the context is another or a bit has changed.</summary>
    public static T? Open<T>(string sealedText, byte[] key, string context)
    {
        try
        {
            var box = Base64Url.DecodeFromChars(sealedText);
            var text = new byte[box.Length - NonceLength - TagLength];
            using var cipher = new AesGcm(key, TagLength);
            cipher.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength, text.Length), box.AsSpan(NonceLength + text.Length), text, Encoding.UTF8.GetBytes(context));
            return JsonSerializer.Deserialize<T>(text, Json);
        }
        catch (Exception refused) when (refused is AuthenticationTagMismatchException or FormatException or OverflowException)
        {
            return default;
        }
    }
}
