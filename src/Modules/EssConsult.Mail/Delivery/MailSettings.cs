using System.Globalization;
using EssConsult.Kernel.Themes;
using EssConsult.Mail.Contracts;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;
using MimeKit.Utils;

namespace EssConsult.Mail.Delivery;

/// <summary>
/// Where mail goes and from whom. Configuration <c>Mail:From</c> and <c>Mail:Smtp</c> (Host, Port, Security None|StartTls|SslTls|Auto,
/// User, Password); without a host, files in <c>Mail:PickupFolder</c>, else <c>App_Data/mail</c>.
/// </summary>
internal sealed class MailSettings(IConfiguration configuration, SiteSettings site, SiteFolders folders) : IMailSender
{
    /// <summary>Messages an hour to one address; those beyond wait.</summary>
    public int PerRecipientAnHour => configuration.GetValue("Mail:PerRecipientAnHour", 30);

    public string Host => configuration["Mail:Smtp:Host"]!;

    // Read at once: what cannot be keeps the site from starting, rather than its first mail from leaving.
    public int Port { get; } = ReadPort(configuration["Mail:Smtp:Port"]);

    public SecureSocketOptions Security { get; } = ReadSecurity(configuration["Mail:Smtp:Security"] ?? nameof(SecureSocketOptions.Auto));

    public string? User => configuration["Mail:Smtp:User"];

    public string Password => configuration["Mail:Smtp:Password"] ?? string.Empty;

    public string PickupFolder => configuration["Mail:PickupFolder"] ?? Path.Combine(folders.Data, "mail");

    public MailboxAddress From => new(site.SiteName, Address);

    private readonly string configured = ReadFrom(configuration["Mail:From"]);

    /// <inheritdoc/>
    public string Address => EmailAddress.Clean(site.Text("SmtpSettings", "DefaultSender")) ?? configured;

    private static int ReadPort(string? port) =>
        string.IsNullOrWhiteSpace(port) ? 25
        : int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number
        : throw new InvalidOperationException($"Mail:Smtp:Port is « {port} »: it must be a number from 1 to 65535.");

    private static string ReadFrom(string? from) =>
        string.IsNullOrWhiteSpace(from) ? "ne-pas-repondre@localhost"
        : MailboxAddress.TryParse(from, out var sender) && EmailAddress.Clean(sender.Address) is { } address ? address
        : throw new InvalidOperationException($"Mail:From is « {from} »: it must be one e-mail address.");

    // Orchard's name for immediate TLS beside MailKit's.
    private static SecureSocketOptions ReadSecurity(string name) =>
        name.Equals("SslTls", StringComparison.OrdinalIgnoreCase) ? SecureSocketOptions.SslOnConnect
        : Enum.TryParse<SecureSocketOptions>(name, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
        : throw new InvalidOperationException($"Mail:Smtp:Security is « {name} »: it must be None, StartTls, SslTls or Auto.");

    public string NewMessageId() => MimeUtils.GenerateMessageId(Address[(Address.IndexOf('@', StringComparison.Ordinal) + 1)..]);
}
