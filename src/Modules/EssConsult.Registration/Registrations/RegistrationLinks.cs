using Microsoft.AspNetCore.DataProtection;

namespace EssConsult.Registration;

/// <summary>The signed links of the mails: whoever can read the mailbox may confirm, change and cancel; whoever has the link of a seat may fill it in.</summary>
internal sealed class RegistrationLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector owning = protection.CreateProtector("EssConsult.Registration.own");
    private readonly IDataProtector filling = protection.CreateProtector("EssConsult.Registration.seat");
    private readonly IDataProtector inviting = protection.CreateProtector("EssConsult.Registration.invitation");

    /// <summary>The page of a registration, for who received its mail.</summary>
    public string ToOwn(Guid registrationId) => $"/inscription/{registrationId:N}?jeton={TokenOf(registrationId)}";

    public string TokenOf(Guid registrationId) => owning.Protect(registrationId.ToString("N"));

    public bool Owns(string? token, Guid registrationId) => owning.Read(token) == registrationId.ToString("N");

    /// <summary>The page of one seat of a group, to be handed on to who will sit there.</summary>
    public string ToFill(Guid attendeeId) => "/place?jeton=" + filling.Protect(attendeeId.ToString("N"));

    /// <returns>Null when the link is not one of ours.</returns>
    public Guid? ReadSeat(string? token) => Id(filling, token);

    public string ToInvitation(Guid invitationId, string eventId) => $"/rendez-vous/{eventId}/inscription?invitation={inviting.Protect(invitationId.ToString("N"))}";

    /// <returns>Null when the link is not one of ours.</returns>
    public Guid? ReadInvitation(string? token) => Id(inviting, token);

    private static Guid? Id(IDataProtector protector, string? token) => protector.Read(token) is { } id && Guid.TryParseExact(id, "N", out var known) ? known : null;
}
