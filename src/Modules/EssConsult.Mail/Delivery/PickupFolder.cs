using MimeKit;

namespace EssConsult.Mail.Delivery;

/// <summary>Writes each message as an .eml file, for a mail server that collects them, or for whoever tries the site.</summary>
internal sealed class PickupFolder(MailSettings settings) : IMailTransport
{
    public async Task SendAsync(MimeMessage message, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(settings.PickupFolder);
            var file = Path.Combine(settings.PickupFolder, message.MessageId!.Split('@')[0] + ".eml");
            await message.WriteToAsync(file + ".part", ct);
            File.Move(file + ".part", file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MailRefusedException(error.Message, permanent: false, error);
        }
    }
}
