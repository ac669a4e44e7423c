using System.Text;
using EssConsult.Tickets.Keys;

namespace EssConsult.Tickets.Attendance;

/// <summary>
/// A statement with its signature, as a text that its holder keeps and anybody checks offline, with this class or with openssl (README).
/// What is signed is every line but the last, in UTF-8; the last line is <c>signature: </c> and 88 characters of base64.
/// </summary>
public sealed record SignedAttendance
{
    /// <summary>More UTF-8 bytes than this make a QR code that no telephone reads from paper.</summary>
    public const int MaximumBytes = 1400;

    private const string KeyField = "key: ";
    private const string SignatureField = "signature: ";

    private SignedAttendance(AttendanceStatement statement, string keyFingerprint, string text) => (Statement, KeyFingerprint, Text) = (statement, keyFingerprint, text);

    /// <summary>What was signed.</summary>
    public AttendanceStatement Statement { get; }

    /// <summary>Which key signed it, as <see cref="TicketPublicKey.Fingerprint"/> gives it.</summary>
    public string KeyFingerprint { get; }

    /// <summary>The whole <c>.txt</c> file, and the content of the certificate's QR code.</summary>
    public string Text { get; }

    /// <summary>Signs a statement; the same statement and key always give the same text.</summary>
    /// <exception cref="ArgumentException">The text would exceed <see cref="MaximumBytes"/>.</exception>
    public static SignedAttendance Sign(AttendanceStatement statement, TicketKey key)
    {
        var signed = $"{statement.ToText()}{KeyField}{key.Public.Fingerprint}\n";
        var text = $"{signed}{SignatureField}{Convert.ToBase64String(key.Sign(Encoding.UTF8.GetBytes(signed)))}\n";
        return Encoding.UTF8.GetByteCount(text) <= MaximumBytes ? new(statement, key.Public.Fingerprint, text) : throw new ArgumentException("The statement is too long for a QR code.", nameof(statement));
    }

    /// <summary>Checks a file or the content of a QR code; carriage returns, and blank lines after the last one, do not matter.</summary>
    public static AttendanceReading Read(string text, TicketPublicKey key)
    {
        text = text.Replace("\r", "", StringComparison.Ordinal).TrimEnd('\n') + "\n";
        if (!text.StartsWith(AttendanceStatement.Heading + "\n", StringComparison.Ordinal))
        {
            return new(text.StartsWith("ESSCONSULT-PRESENCE-", StringComparison.Ordinal) ? AttendanceVerdict.UnknownVersion : AttendanceVerdict.Unreadable);
        }

        var keyAt = text.LastIndexOf("\n" + KeyField, StringComparison.Ordinal) + 1;
        var signatureAt = text.LastIndexOf("\n" + SignatureField, StringComparison.Ordinal) + 1;
        Span<byte> signature = stackalloc byte[TicketPublicKey.SignatureLength];
        var written = text[(signatureAt + SignatureField.Length)..^1];

        // Base64 has several spellings of the same bytes; one of them is the signature's.
        if (keyAt == 0 || signatureAt <= keyAt || !Convert.TryFromBase64String(written, signature, out _) || Convert.ToBase64String(signature) != written)
        {
            return new(AttendanceVerdict.Unreadable);
        }

        if (text[(keyAt + KeyField.Length)..signatureAt] != key.Fingerprint + "\n")
        {
            return new(AttendanceVerdict.OtherKey);
        }

        if (!key.Verifies(Encoding.UTF8.GetBytes(text[..signatureAt]), signature))
        {
            return new(AttendanceVerdict.WrongSignature);
        }

        return AttendanceStatement.FromText(text[..keyAt]) is { } statement ? new(AttendanceVerdict.Genuine, statement) : new(AttendanceVerdict.Unreadable);
    }
}
