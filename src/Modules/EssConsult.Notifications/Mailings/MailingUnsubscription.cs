using Microsoft.AspNetCore.DataProtection;

namespace EssConsult.Notifications.Mailings;

/// <summary>The signed link that ends the team's messages for one person, without signing in.</summary>
internal sealed class MailingUnsubscription(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("EssConsult.Notifications.mailing-unsubscription");

    public string PathFor(string personId, Guid mailingId) => "/messages/desabonnement?jeton=" + protector.Protect($"{mailingId:N}{personId}");

    /// <returns>Null when the link is not one of ours.</returns>
    public (Guid MailingId, string PersonId)? Read(string? token) =>
        protector.Read(token) is { Length: > 32 } read && Guid.TryParseExact(read[..32], "N", out var mailing) ? (mailing, read[32..]) : null;
}
