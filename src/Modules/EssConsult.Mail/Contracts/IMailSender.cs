namespace EssConsult.Mail.Contracts;

/// <summary>From whom the site's mails come: what they carry must name the same (the organiser of a calendar's entry, RFC 6047, § 2.3).</summary>
public interface IMailSender
{
    /// <summary>As the settings say now.</summary>
    string Address { get; }
}
