using Microsoft.AspNetCore.DataProtection;

namespace EssConsult.Subscriptions;

/// <summary>The signed links of the mails: whoever can read the mailbox may confirm and leave, nobody else.</summary>
internal sealed class SubscriptionLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector confirming = protection.CreateProtector("EssConsult.Subscriptions.confirm");
    private readonly IDataProtector leaving = protection.CreateProtector("EssConsult.Subscriptions.leave");

    public string ToConfirm(Guid id) => "/etre-informe/confirmer?jeton=" + confirming.Protect(id.ToString("N"));

    public string ToLeave(Guid id) => "/etre-informe/desabonnement?jeton=" + leaving.Protect(id.ToString("N"));

    /// <returns>Null when the link is not one of ours.</returns>
    public Guid? ReadConfirmation(string? token) => Read(confirming, token);

    /// <returns>Null when the link is not one of ours.</returns>
    public Guid? ReadLeave(string? token) => Read(leaving, token);

    private static Guid? Read(IDataProtector protector, string? token) => protector.Read(token) is { } id && Guid.TryParseExact(id, "N", out var known) ? known : null;
}
