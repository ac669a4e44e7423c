using Microsoft.AspNetCore.DataProtection;

namespace EssConsult.Prize.Jury;

/// <summary>The signed link of an invitation: whoever can read the mailbox may answer it.</summary>
internal sealed class JuryLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector inviting = protection.CreateProtector("EssConsult.Prize.juror");

    public string ToInvitation(Guid jurorId) => "/jury/invitation?jeton=" + inviting.Protect(jurorId.ToString("N"));

    /// <returns>Null when the link is not one of ours.</returns>
    public Guid? Read(string? token) => inviting.Read(token) is { } id && Guid.TryParseExact(id, "N", out var known) ? known : null;
}
