using EssConsult.Kernel.Themes;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;
using MimeKit.Utils;

namespace EssConsult.Mail.Delivery;

/// <summary>
/// Where mail goes and from whom. Configuration <c>Mail:From</c> and <c>Mail:Smtp</c> (Host, Port, Security None|StartTls|SslTls|Auto,
/// User, Password); without a host, files in <c>Mail:PickupFolder</c>, else <c>App_Data/mail</c>.
/// </summary>
internal sealed class MailSettings(IConfiguration configuration, SiteSettings site, SiteFolders folders)
{
    /// <summary>Messages an hour to one address; those beyond wait.</summary>
    public int PerRecipientAnHour => configuration.GetValue("Mail:PerRecipientAnHour", 30);

    public string Host => configuration["Mail:Smtp:Host"]!;

    public int Port => configuration.GetValue("Mail:Smtp:Port", 25);

    /// <exception cref="InvalidOperationException">The configuration names no such security: the site does not start.</exception>
    public SecureSocketOptions Security { get; } = ReadSecurity(configuration["Mail:Smtp:Security"] ?? nameof(SecureSocketOptions.Auto));

    public string? User => configuration["Mail:Smtp:User"];

    public string Password => configuration["Mail:Smtp:Password"] ?? string.Empty;

    public string PickupFolder => configuration["Mail:PickupFolder"] ?? Path.Combine(folders.Data, "mail");

    public MailboxAddress From => new(site.SiteName, Address);

    private string Address => site.Text("SmtpSettings", "DefaultSender") is { Length: > 0 } chosen ? chosen : configuration["Mail:From"] ?? "ne-pas-repondre@localhost";

    // Orchard's name for immediate TLS beside MailKit's.
    private static SecureSocketOptions ReadSecurity(string name) =>
        name.Equals("SslTls", StringComparison.OrdinalIgnoreCase) ? SecureSocketOptions.SslOnConnect
        : Enum.TryParse<SecureSocketOptions>(name, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
        : throw new InvalidOperationException($"Mail:Smtp:Security is « {name} »: it must be None, StartTls, SslTls or Auto.");

    public string NewMessageId() => MimeUtils.GenerateMessageId(Address[(Address.IndexOf('@', StringComparison.Ordinal) + 1)..]);
}
