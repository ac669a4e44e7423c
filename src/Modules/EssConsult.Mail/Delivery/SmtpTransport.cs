using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace EssConsult.Mail.Delivery;

/// <summary>One connection, kept while there is mail.</summary>
internal sealed class SmtpTransport(MailSettings settings) : IMailTransport, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SmtpClient client = new() { Timeout = (int)Patience.TotalMilliseconds };

    public async Task SendAsync(MimeMessage message, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await ConnectAsync(patience.Token);
            await client.SendAsync(message, patience.Token);
        }
        catch (OperationCanceledException error) when (!ct.IsCancellationRequested)
        {
            HangUp();
            throw new MailRefusedException("The server did not answer in time.", permanent: false, error);
        }
        catch (SmtpCommandException error)
        {
            throw new MailRefusedException($"{(int)error.StatusCode} {error.Message}", IsPermanent(error), error);
        }
        catch (Exception error) when (error is ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or AuthenticationException or SslHandshakeException or IOException
            or SocketException or NotSupportedException)
        {
            // Also a server without what the settings ask of it: somebody may mend either before the last attempt.
            HangUp();
            throw new MailRefusedException(error.Message, permanent: false, error);
        }
        catch
        {
            // Nobody knows what was said last on this connection.
            HangUp();
            throw;
        }
    }

    // What is wrong with this recipient or this message. A server that is closed, or refuses the sender, refuses everybody until somebody mends it.
    private static bool IsPermanent(SmtpCommandException error) =>
        error.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted && (int)error.StatusCode is >= 500 and < 600;

    public async Task RestAsync(CancellationToken ct)
    {
        if (client.IsConnected)
        {
            await client.DisconnectAsync(quit: true, ct);
        }
    }

    public void Dispose() => client.Dispose();

    private void HangUp() => client.Disconnect(quit: false, CancellationToken.None);

    private async Task ConnectAsync(CancellationToken ct)
    {
        if (client.IsConnected)
        {
            return;
        }

        // Without NoDelay, Nagle's algorithm and delayed acknowledgements make each message wait 40 ms.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(settings.Host, settings.Port, ct);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        await client.ConnectAsync(socket, settings.Host, settings.Port, settings.Security, ct);
        if (settings.User is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, settings.Password, ct);
        }
    }
}
