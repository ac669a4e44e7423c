using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Security;

/// <summary>
/// Closes the site's key ring, which lies in the database, with a secret that does not: then a copy of the database alone opens neither
/// sessions nor what modules keep sealed. Keys made before the secret was set stay as they are until they are replaced, after ninety days.
/// </summary>
internal static class KeyRing
{
    public const string Secret = "Site:KeySecret";

    /// <summary>A secret that is guessed closes nothing.</summary>
    private const int ShortestSecret = 32;

    /// <summary>OWASP's advice for PBKDF2 with HMAC-SHA256, 2023; a key is opened once in the life of a process.</summary>
    private const int Rounds = 600_000;

    private const int KeyBytes = 32, SaltBytes = 16, NonceBytes = 12, TagBytes = 16;

    /// <exception cref="InvalidOperationException">The secret is too short.</exception>
    public static IServiceCollection CloseKeyRing(this IServiceCollection services, IConfiguration configuration) => configuration[Secret] switch
    {
        null or "" => services,
        { Length: < ShortestSecret } => throw new InvalidOperationException($"{Secret} needs {ShortestSecret} characters at least."),
        var secret => services.Configure<KeyManagementOptions>(keys => keys.XmlEncryptor = new Encryptor(secret)),
    };

    private sealed class Encryptor(string secret) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement)
        {
            var (salt, nonce, plain) = (RandomNumberGenerator.GetBytes(SaltBytes), RandomNumberGenerator.GetBytes(NonceBytes), Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
            var (closed, tag) = (new byte[plain.Length], new byte[TagBytes]);
            using var aes = Of(secret, salt);
            aes.Encrypt(nonce, plain, closed, tag);
            return new EncryptedXmlInfo(new XElement("closed", new XAttribute("salt", Convert.ToBase64String(salt)), new XAttribute("nonce", Convert.ToBase64String(nonce)), new XAttribute("tag", Convert.ToBase64String(tag)), Convert.ToBase64String(closed)), typeof(KeyRingDecryptor));
        }
    }

    public static XElement Open(string secret, XElement closed)
    {
        byte[] Bytes(string attribute) => Convert.FromBase64String(closed.Attribute(attribute)!.Value);
        var sealedKey = Convert.FromBase64String(closed.Value);
        var plain = new byte[sealedKey.Length];
        using var aes = Of(secret, Bytes("salt"));
        aes.Decrypt(Bytes("nonce"), sealedKey, Bytes("tag"), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    private static AesGcm Of(string secret, byte[] salt) => new(Rfc2898DeriveBytes.Pbkdf2(secret, salt, Rounds, HashAlgorithmName.SHA256, KeyBytes), TagBytes);
}

/// <summary>Opens a key of the ring; data protection makes it, by the name that stands beside the key.</summary>
public sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">The secret is another one, or none is set.</exception>
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<IConfiguration>()[KeyRing.Secret] is { Length: > 0 } secret ? KeyRing.Open(secret, encryptedElement)
        : throw new CryptographicException($"The key ring is closed, and {KeyRing.Secret} is not set.");
}
