namespace EssConsult.Mail.Contracts;

/// <summary>Registered as a singleton: mails of this template name nobody an hour after they went out, instead of thirty days.</summary>
/// <param name="Template">As in <see cref="MailDraft"/>.</param>
public sealed record BriefMail(string Template);
