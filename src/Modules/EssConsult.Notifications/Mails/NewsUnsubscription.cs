using Microsoft.AspNetCore.DataProtection;

namespace EssConsult.Notifications.Mails;

/// <summary>The signed link that ends the mails of one person, without signing in.</summary>
internal sealed class NewsUnsubscription(IDataProtectionProvider protection)
{
    // The name of old: links in mails of before stay good.
    private readonly IDataProtector protector = protection.CreateProtector("EssConsult.Discussion.news-unsubscription");

    public string PathFor(string personId) => "/nouvelles/desabonnement?jeton=" + protector.Protect(personId);

    /// <returns>Whom the link is for; null when it is not one of ours.</returns>
    public string? Read(string? token) => protector.Read(token);
}
