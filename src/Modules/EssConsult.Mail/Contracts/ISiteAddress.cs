namespace EssConsult.Mail.Contracts;

/// <summary>Absolute links for what leaves the site: mails, feeds, calendars.</summary>
public interface ISiteAddress
{
    /// <param name="path">From the site's root: <c>/contributions/12</c>.</param>
    /// <param name="language"><c>en</c> puts the English prefix.</param>
    string Absolute(string path, string language = "fr");
}
