using Microsoft.AspNetCore.DataProtection;

namespace EssConsult.Prize.Entries;

/// <summary>The signed link of an invitation to write an entry together.</summary>
internal sealed class CoApplicantLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector inviting = protection.CreateProtector("EssConsult.Prize.coapplicant");

    public string ToInvitation(Guid id) => "/dossiers/invitation?jeton=" + inviting.Protect(id.ToString("N"));

    /// <returns>Null when the link is not one of ours.</returns>
    public Guid? Read(string? token) => inviting.Read(token) is { } id && Guid.TryParseExact(id, "N", out var known) ? known : null;
}
