using MimeKit;

namespace EssConsult.Mail.Delivery;

internal interface IMailTransport
{
    /// <exception cref="MailRefusedException">It did not go out.</exception>
    Task SendAsync(MimeMessage message, CancellationToken ct);

    /// <summary>Nothing more to send for now: lets go of the connection.</summary>
    Task RestAsync(CancellationToken ct) => Task.CompletedTask;
}

/// <param name="permanent">The server will refuse it next time as well.</param>
internal sealed class MailRefusedException(string message, bool permanent, Exception cause) : Exception(message, cause)
{
    public bool Permanent => permanent;
}
