namespace EssConsult.Prize.Jury;

/// <summary>The domain of an address or of a site, where it is somebody's own: everybody has an address at a big provider.</summary>
internal static class MailDomain
{
    /// <summary>Providers that give addresses to anybody, most used in France first; links are not to be read from them.</summary>
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal)
    {
        "gmail.com", "googlemail.com", "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "neuf.fr", "cegetel.net", "club-internet.fr", "9online.fr", "9business.fr", "numericable.fr", "noos.fr", "bbox.fr", "laposte.net", "aliceadsl.fr", "alice.fr",
        "hotmail.com", "hotmail.fr", "hotmail.be", "hotmail.co.uk", "outlook.com", "outlook.fr", "live.com", "live.fr", "msn.com", "yahoo.com", "yahoo.fr", "ymail.com", "rocketmail.com", "aol.com", "aol.fr", "icloud.com", "me.com", "mac.com",
        "gmx.com", "gmx.fr", "gmx.net", "gmx.de", "web.de", "mail.com", "mailo.com", "mailo.fr", "netcourrier.com", "net-c.com", "net-c.fr", "caramail.com", "caramail.fr", "voila.fr", "tutanota.com", "tuta.io", "proton.me", "protonmail.com", "pm.me",
        "zaclys.net", "zaclys.com", "riseup.net", "ouvaton.org", "no-log.org", "fastmail.com", "hey.com", "zoho.com", "yandex.com", "mail.ru", "qq.com", "163.com",
        "facebook.com", "instagram.com", "linkedin.com", "helloasso.com", "wordpress.com", "blogspot.com", "wixsite.com", "google.com", "framasite.org", "jimdofree.com", "over-blog.com",
    };

    /// <summary>Names that belong to nobody (RFC 2606, § 2 and 3).</summary>
    private static readonly string[] Reserved = ["example", "invalid", "test", "localhost", "example.com", "example.net", "example.org"];

    /// <param name="address">A mail address, the address of a site, or a domain.</param>
    /// <returns>In lower case without <c>www.</c>; null where nothing is said, or it is anybody's.</returns>
    public static string? OwnOf(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var text = address.Trim().ToLowerInvariant();
        var host = text.Contains('@', StringComparison.Ordinal) ? text[(text.LastIndexOf('@') + 1)..] : Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var site) ? site.Host : string.Empty;
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return host.Contains('.', StringComparison.Ordinal) && !Shared.Concat(Reserved).Any(name => host == name || host.EndsWith("." + name, StringComparison.Ordinal)) ? host : null;
    }
}
