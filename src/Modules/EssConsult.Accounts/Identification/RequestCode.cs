using System.Globalization;
using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Identification;

/// <summary>Sends a code and a link to an address; the answer is the same whether or not an account has it.</summary>
internal sealed class RequestCodeHandler(SiteDb db, IMailQueue mail, ISiteAddress site, Browser browser, AddressLimits limits, TimeProvider clock)
{
    private const int PerAddressAnHour = 6;

    /// <exception cref="RuleException">Not an address, or too many codes for it or from this network.</exception>
    public Task HandleAsync(string? typed, string? returnTo, CancellationToken ct) => SendAsync("sign-in-code", typed, returnTo, personId: null, ct);

    /// <inheritdoc cref="HandleAsync"/>
    public async Task SendAsync(string template, string? typed, string? returnTo, string? personId, CancellationToken ct)
    {
        var email = EmailAddress.Clean(typed)
            ?? throw new RuleException("account.address", "Écrivez une adresse e-mail complète, par exemple prenom@exemple.fr.") { Field = "Email" };
        limits.Count();
        var now = clock.UtcNow();
        var normalized = EmailAddress.Normalize(email);
        var since = now.AddHours(-1);
        await using var write = await db.BeginWriteAsync(ct);
        await TakeTurnAsync(normalized, ct);
        if (await db.Set<SignInRequest>().CountAsync(request => request.NormalizedEmail == normalized && request.CreatedUtc > since, ct) >= PerAddressAnHour)
        {
            throw new RuleException("account.too-many-codes", "Plusieurs codes ont déjà été envoyés à cette adresse. Servez-vous du dernier reçu, ou réessayez dans une heure.");
        }

        var (secret, code, link) = (Secret.New(), SignInRequest.NewCode(), Secret.New());
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        db.Add(new SignInRequest
        {
            Email = email,
            NormalizedEmail = normalized,
            SecretHash = Secret.Hash(secret),
            CodeHash = SignInRequest.HashCode(secret, code),
            LinkHash = Secret.Hash(link),
            PersonId = personId,
            BrowserKey = browser.BrowserKey,
            ReturnTo = returnTo,
            CreatedUtc = now,
            ExpiresUtc = now + SignInRequest.Life,
        });
        await mail.EnqueueAsync(
            new MailDraft(template, email)
            {
                Language = language,
                NotAfterUtc = now + SignInRequest.Life,
                Model = new Dictionary<string, object?>
                {
                    ["Code"] = code,
                    ["Url"] = site.Absolute($"/identification/lien?jeton={link}", language),
                    ["Minutes"] = (int)SignInRequest.Life.TotalMinutes,
                },
            },
            ct);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        browser.KeepRequestSecret(secret);
    }

    // On SQLite writers take turns anyway.
    private async Task TakeTurnAsync(string address, CancellationToken ct)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({address}))", ct);
        }
    }
}
