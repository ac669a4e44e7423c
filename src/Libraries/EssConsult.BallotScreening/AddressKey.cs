using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EssConsult.BallotScreening;

/// <summary>
/// What is kept of an e-mail address: keyed hashes (HMAC-SHA256), which nobody can turn back, or try out, without the key. Different spellings of one mailbox have one hash:
/// capital letters, composed and decomposed accents (NFC), what follows a plus sign, dots where the provider ignores them, several names of one provider.
/// </summary>
/// <param name="key">Secret, of one vote: 32 bytes or more, so that two votes cannot be compared.</param>
public sealed class AddressKey(byte[] key)
{
    private static readonly IdnMapping Punycode = new();

    private readonly byte[] key = key.Length >= 32 ? key : throw new ArgumentException("A key has 32 bytes at least.", nameof(key));

    /// <returns><see langword="null"/> for what is no address.</returns>
    public AddressTraits? Of(string address)
    {
        if (Normalize(address) is not ({ } local, { } domain))
        {
            return null;
        }

        var skeleton = Skeleton(local);
        return new AddressTraits
        {
            Address = Convert.ToHexStringLower(Hash($"address\n{local}@{domain}")),
            Domain = HashOf($"domain\n{domain}"),
            Skeleton = HashOf($"skeleton\n{skeleton}"),
            Shape = HashOf($"shape\n{Shape(skeleton)}@{domain}"),
            IsDisposable = MailProviders.IsDisposable(domain),
            IsCommonDomain = MailProviders.IsCommon(domain),
        };
    }

    /// <summary>The hash of something else that must not be stored: a form's token, a network prefix.</summary>
    public ulong HashOf(string text) => BinaryPrimitives.ReadUInt64BigEndian(Hash(text));

    /// <summary>One spelling for one mailbox; both <see langword="null"/> for what is no address.</summary>
    internal static (string? Local, string? Domain) Normalize(string address)
    {
        if (address.Length is 0 or > 320 || address.AsSpan().ContainsAny('\0', '\r', '\n') || !HasWholePairs(address))
        {
            return default;
        }

        var text = address.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var at = text.LastIndexOf('@');
        if (at <= 0 || at == text.Length - 1)
        {
            return default;
        }

        string domain;
        try
        {
            domain = MailProviders.Canonical(Punycode.GetAscii(text[(at + 1)..].TrimEnd('.')));
        }
        catch (ArgumentException)
        {
            return default;
        }

        var local = text[..at];
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        local = plus > 0 ? local[..plus] : local;
        local = MailProviders.IgnoresDots(domain) ? local.Replace(".", "", StringComparison.Ordinal) : local;
        return local.Length == 0 ? default : (local, domain);
    }

    /// <summary>The name with its numbers taken out: what people count upwards when they invent mailboxes.</summary>
    private static string Skeleton(string local)
    {
        var text = new StringBuilder();
        foreach (var letter in local)
        {
            if (!char.IsDigit(letter))
            {
                text.Append(letter);
            }
            else if (text.Length == 0 || text[^1] != '#')
            {
                text.Append('#');
            }
        }

        return text.ToString();
    }

    /// <summary>How long the runs of letters are, and what stands between them.</summary>
    private static string Shape(string skeleton)
    {
        var text = new StringBuilder();
        var run = 0;
        foreach (var letter in skeleton + "\0")
        {
            if (char.IsLetter(letter))
            {
                run++;
                continue;
            }

            text.Append(run > 0 ? run.ToString(CultureInfo.InvariantCulture) : "").Append(letter);
            run = 0;
        }

        return text.ToString();
    }

    private static bool HasWholePairs(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]) && !(char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[++index])))
            {
                return false;
            }
        }

        return true;
    }

    private byte[] Hash(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}

/// <summary>Keyed hashes of an address.</summary>
public sealed record AddressTraits
{
    /// <summary>Of the mailbox, 64 hexadecimal digits: one vote each.</summary>
    public required string Address { get; init; }

    public required ulong Domain { get; init; }

    /// <summary>Of the name without its numbers, at whatever provider.</summary>
    public required ulong Skeleton { get; init; }

    /// <summary>Of the domain and the lengths of the runs of letters.</summary>
    public required ulong Shape { get; init; }

    /// <summary>Whether the provider gives mailboxes that last for minutes.</summary>
    public required bool IsDisposable { get; init; }

    /// <summary>Whether it is one of the great providers, with which nothing follows from a common domain.</summary>
    public required bool IsCommonDomain { get; init; }
}
