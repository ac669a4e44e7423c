using EssConsult.Mail.Contracts;

namespace EssConsult.Accounts.Identification;

/// <summary>Makes one-time links that create an administrator.</summary>
internal sealed class InstallationLink(SiteDb db, ISiteAddress site, IMailQueue mail, TimeProvider clock)
{
    /// <summary>Saves a new link and returns it; with an address, mails it as well.</summary>
    public async Task<string> MakeAsync(string? email, CancellationToken ct)
    {
        var token = Secret.New();
        var now = clock.UtcNow();
        var link = site.Absolute($"/installation?jeton={token}");
        db.Add(new Installation { TokenHash = Secret.Hash(token), Email = email, ExpiresUtc = now + Installation.Life });
        if (email is not null)
        {
            await mail.EnqueueAsync(
                new MailDraft("admin-invitation", email)
                {
                    NotAfterUtc = now + Installation.Life,
                    Model = new Dictionary<string, object?> { ["Url"] = link, ["Hours"] = (int)Installation.Life.TotalHours },
                },
                ct);
        }

        await db.SaveChangesAsync(ct);
        return link;
    }
}
