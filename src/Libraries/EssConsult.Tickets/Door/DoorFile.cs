using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EssConsult.Tickets.Door;

/// <summary>
/// The list that a door takes along offline, worth nothing to a thief: each record is sealed under the secret of its own ticket,
/// and all of them once more under the door's PIN. The README gives the format byte by byte; <c>door-file.js</c> reads it in a browser.
/// </summary>
public sealed record DoorFile
{
    /// <summary>Names this version of the format.</summary>
    public const string Version = "essconsult-door-1";

    /// <summary>Rounds of PBKDF2-HMAC-SHA-256, as OWASP's Password Storage Cheat Sheet of 2023 advises.</summary>
    public const int PinRounds = 600_000;

    private const int RecordBlock = 256;
    private const int NamesBlock = 4096;

    /// <summary>Always <see cref="Version"/> in a file that this class writes.</summary>
    public string Format { get; init; } = Version;

    /// <summary>In clear.</summary>
    public required DoorEvent Event { get; init; }

    /// <summary>Sixteen random bytes of this file, in base64url: two files share no lookup identifier.</summary>
    public required string Salt { get; init; }

    /// <summary>Rounds that the PIN's key takes.</summary>
    public required int Rounds { get; init; }

    /// <summary>Sealed records by lookup identifier, in its order, which says nothing of the order of registration.</summary>
    public required IReadOnlyDictionary<string, string> Tickets { get; init; }

    /// <summary>All records in one sealed list, under the PIN.</summary>
    public required string Names { get; init; }

    // Binds a box to its place: no record can be moved to another ticket, file or expiry.
    private string Context => $"{Format}\n{Event.Key}\n{Event.Expires.ToUnixTimeSeconds()}\n{Salt}\n";

    /// <summary>Seals a list for one event.</summary>
    /// <exception cref="ArgumentException">Two attendees share a ticket's secret.</exception>
    public static DoorFile Close(DoorEvent door, IReadOnlyCollection<DoorAttendee> attendees, DoorPin pin)
    {
        var file = new DoorFile
        {
            Event = door with { Records = attendees.Count, People = attendees.Sum(attendee => attendee.Party) },
            Salt = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            Rounds = PinRounds,
            Tickets = new Dictionary<string, string>(),
            Names = "",
        };
        var tickets = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var attendee in attendees)
        {
            if (attendee.Secret is { } secret)
            {
                var lookup = file.LookupOf(secret);
                tickets.Add(lookup, Seal.Close(attendee, file.KeyOf(secret), file.Context + lookup, RecordBlock));
            }
        }

        return file with { Tickets = tickets, Names = Seal.Close(attendees, file.KeyOf(pin), file.Context + "names", NamesBlock) };
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">Not a door file.</exception>
    public static DoorFile FromJson(string json) => JsonSerializer.Deserialize<DoorFile>(json, Seal.Json) ?? throw new JsonException("Not a door file.");

    /// <summary>The file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Seal.Json);

    /// <summary>Whom this ticket lets in, or null when it is not on the list.</summary>
    public DoorAttendee? Find(TicketSecret secret)
    {
        var lookup = LookupOf(secret);
        return Tickets.TryGetValue(lookup, out var box) ? Seal.Open<DoorAttendee>(box, KeyOf(secret), Context + lookup) : null;
    }

    /// <summary>Everybody, or null for a wrong PIN. Takes a noticeable fraction of a second: that is its use.</summary>
    public IReadOnlyList<DoorAttendee>? Open(DoorPin pin) => Seal.Open<List<DoorAttendee>>(Names, KeyOf(pin), Context + "names");

    private string LookupOf(TicketSecret secret) => Base64Url.EncodeToString(Derive(secret, "lookup", 16));

    private byte[] KeyOf(TicketSecret secret) => Derive(secret, "record", 32);

    private byte[] KeyOf(DoorPin pin) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(pin.Letters), Base64Url.DecodeFromChars(Salt), Rounds, HashAlgorithmName.SHA256, 32);

    private byte[] Derive(TicketSecret secret, string use, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.ToBytes(), length, Base64Url.DecodeFromChars(Salt), Encoding.ASCII.GetBytes(use));
}
