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

        mime.Body = new BodyBuilder { TextBody = message.Text, HtmlBody = message.Html }.ToMessageBody();
        return mime;
    }
}
