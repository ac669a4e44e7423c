using Microsoft.EntityFrameworkCore;

namespace EssConsult.Mail.Features;

internal sealed class FailedMail(SiteDb db) : IWaiting
{
    public string Address => "/admin/messages";

    public (string One, string Several) Words => ("e-mail non remis", "e-mails non remis");

    public Task<int> CountAsync(CancellationToken ct) => db.Set<MailMessage>().CountAsync(message => message.State == MailState.Failed, ct);
}
