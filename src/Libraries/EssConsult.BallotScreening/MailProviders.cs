namespace EssConsult.BallotScreening;

/// <summary>What is known of mail providers; short on purpose, for a list is a judgement that must be defended.</summary>
internal static class MailProviders
{
    private static readonly HashSet<string> Disposable = new(StringComparer.Ordinal)
    {
        "10minutemail.com", "dispostable.com", "getnada.com", "guerrillamail.com", "jetable.org", "mail-temporaire.fr", "maildrop.cc", "mailinator.com", "mohmal.com", "sharklasers.com",
        "temp-mail.org", "tempmail.com", "throwawaymail.com", "trashmail.com", "yopmail.com", "yopmail.fr", "yopmail.net",
    };

    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "aol.com", "bbox.fr", "free.fr", "gmail.com", "gmx.fr", "hotmail.com", "hotmail.fr", "icloud.com", "laposte.net", "live.com", "live.fr", "mailo.com", "me.com", "msn.com", "neuf.fr",
        "numericable.fr", "orange.fr", "outlook.com", "outlook.fr", "proton.me", "sfr.fr", "wanadoo.fr", "yahoo.com", "yahoo.fr", "ymail.com",
    };

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { ["googlemail.com"] = "gmail.com", ["protonmail.com"] = "proton.me", ["pm.me"] = "proton.me", ["protonmail.ch"] = "proton.me" };

    public static string Canonical(string domain) => Names.GetValueOrDefault(domain, domain);

    public static bool IgnoresDots(string domain) => domain is "gmail.com" or "proton.me";

    public static bool IsCommon(string domain) => Common.Contains(domain);

    /// <summary>Also below such a domain.</summary>
    public static bool IsDisposable(string domain)
    {
        for (var rest = domain; ; rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (Disposable.Contains(rest))
            {
                return true;
            }

            if (!rest.Contains('.', StringComparison.Ordinal))
            {
                return false;
            }
        }
    }
}
