using MimeKit;

namespace EssConsult.Mail.Delivery;

internal static class Envelope
{
    /// <summary>The MIME message, the same at every attempt.</summary>
    /// <exception cref="ParseException">The recipient is not an address.</exception>
    public static MimeMessage Of(MailMessage message, MailboxAddress from)
    {
        var mime = new MimeMessage { Subject = message.Subject ?? string.Empty, MessageId = message.MessageId, Date = new DateTimeOffset(message.QueuedUtc) };
        mime.From.Add(from);
        mime.To.Add(MailboxAddress.Parse(message.Recipient ?? string.Empty));
        mime.Headers.Add("Auto-Submitted", "auto-generated");
        mime.Headers.Add(HeaderId.ContentLanguage, message.Language);
        if (message.UnsubscribeUrl is { } leave)
        {
            mime.Headers.Add(HeaderId.ListUnsubscribe, $"<{leave}>");
            mime.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        var words = new BodyBuilder { TextBody = message.Text, HtmlBody = message.Html }.ToMessageBody();
        mime.Body = message.Calendar is null ? words : WithCalendar(words, message);
        return mime;
    }

    /// <summary>Among the alternatives for programs that act on it (RFC 6047, § 2.4), and as a file for those that do not.</summary>
    private static Multipart WithCalendar(MimeEntity words, MailMessage message)
    {
        var alternatives = words as MultipartAlternative ?? new MultipartAlternative { words };
        alternatives.Add(Calendar(message));
        var file = Calendar(message);
        file.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = message.CalendarMethod == "CANCEL" ? "annulation.ics" : "rendez-vous.ics" };
        return new Multipart("mixed") { alternatives, file };
    }

    private static TextPart Calendar(MailMessage message)
    {
        var part = new TextPart("calendar") { Text = message.Calendar ?? string.Empty };
        part.ContentType.Parameters.Add("method", message.CalendarMethod ?? "PUBLISH");
        return part;
    }
}
