using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace EssConsult.Voting.Secrecy;

/// <summary>
/// The file that an officer keeps: the private half of an opening key, as it is or under a passphrase (Argon2id, RFC 9106, second recommended
/// option: 64 MiB, 3 passes; then AES-256-GCM).
/// </summary>
internal static class KeyFile
{
    public const int ShortestPassphrase = 12;

    private const int Memory = 64 * 1024, Passes = 3, Lanes = 4, Salt = 16, Nonce = 12, Tag = 16;
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const string What = "EssConsult, clé d’ouverture d’un vote";

    /// <param name="passphrase">Null or empty leaves the key as it is: whoever has the file has the key.</param>
    public static byte[] Write(Guid ballot, string title, byte[] privateKey, string? passphrase)
    {
        var file = new JsonObject { ["what"] = What, ["ballot"] = ballot.ToString(), ["title"] = title, ["public"] = Convert.ToHexStringLower(SealedBox.PublicOf(privateKey)) };
        if (string.IsNullOrEmpty(passphrase))
        {
            file["private"] = Convert.ToHexStringLower(privateKey);
        }
        else
        {
            var (salt, nonce, sealed_, tag) = (RandomNumberGenerator.GetBytes(Salt), RandomNumberGenerator.GetBytes(Nonce), new byte[privateKey.Length], new byte[Tag]);
            using var aead = new AesGcm(Derive(passphrase, salt), Tag);
            aead.Encrypt(nonce, privateKey, sealed_, tag);
            (file["kdf"], file["salt"], file["nonce"], file["sealed"]) = ("argon2id,m=65536,t=3,p=4", Convert.ToHexStringLower(salt), Convert.ToHexStringLower(nonce), Convert.ToHexStringLower([.. sealed_, .. tag]));
        }

        return JsonSerializer.SerializeToUtf8Bytes(file, Readable);
    }

    /// <returns>The private key.</returns>
    /// <exception cref="RuleException">It is no such file, or the passphrase is another.</exception>
    public static byte[] Read(ReadOnlySpan<byte> bytes, string? passphrase)
    {
        try
        {
            var file = JsonNode.Parse(bytes)!.AsObject();
            if (file["private"] is { } open)
            {
                return OfLength(Convert.FromHexString(open.GetValue<string>()));
            }

            var (salt, nonce, sealed_) = (Convert.FromHexString(file["salt"]!.GetValue<string>()), Convert.FromHexString(file["nonce"]!.GetValue<string>()), Convert.FromHexString(file["sealed"]!.GetValue<string>()));
            var key = new byte[sealed_.Length - Tag];
            using var aead = new AesGcm(Derive(passphrase ?? string.Empty, salt), Tag);
            aead.Decrypt(nonce, sealed_.AsSpan(0, key.Length), sealed_.AsSpan(key.Length), key);
            return OfLength(key);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new RuleException("ballot.passphrase", "La phrase secrète n’est pas celle de ce fichier : rien n’a changé.");
        }
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidOperationException or NullReferenceException or ArgumentException or OverflowException)
        {
            throw new RuleException("ballot.key-file", "Ce fichier n’est pas une clé d’ouverture : rien n’a changé.");
        }
    }

    private static byte[] OfLength(byte[] key) => key.Length == SealedBox.KeyLength ? key : throw new FormatException("It is no X25519 key.");

    private static byte[] Derive(string passphrase, byte[] salt)
    {
        var generator = new Argon2BytesGenerator();
        generator.Init(new Argon2Parameters.Builder(Argon2Parameters.Argon2id).WithSalt(salt).WithMemoryAsKB(Memory).WithIterations(Passes).WithParallelism(Lanes).Build());
        var key = new byte[32];
        generator.GenerateBytes(Encoding.UTF8.GetBytes(passphrase.Normalize()), key);
        return key;
    }
}
