using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Identification;

/// <summary>Takes the code or the link; whoever has an account is in, whoever is new is asked for a name.</summary>
internal sealed class ProveAddressHandler(SiteDb db, Browser browser, Arrival arrival, TimeProvider clock)
{
    // Over all requests for one address in a day: a million codes cannot be tried five at a time.
    private const int FailuresADay = 30;

    /// <summary>The request that this browser has open; null when it has none.</summary>
    public async Task<SignInRequest?> CurrentAsync(CancellationToken ct)
    {
        var hash = browser.RequestSecret is { } secret ? Secret.Hash(secret) : null;
        var request = hash is null ? null : await db.Set<SignInRequest>().FirstOrDefaultAsync(known => known.SecretHash == hash, ct);
        return request?.IsOpen(clock.UtcNow()) == true ? request : null;
    }

    public Task<SignInRequest?> FindByLinkAsync(string? token, CancellationToken ct)
    {
        var (hash, now) = (Secret.Hash(token ?? string.Empty), clock.UtcNow());
        return db.Set<SignInRequest>().FirstOrDefaultAsync(known => known.LinkHash == hash && known.UsedUtc == null && known.VerifiedUtc == null && known.ExpiresUtc > now, ct);
    }

    /// <returns>Whether the person is in; false when a name is still to be given.</returns>
    /// <exception cref="RuleException">A wrong, lapsed or exhausted code.</exception>
    public async Task<bool> ByCodeAsync(string? typed, CancellationToken ct)
    {
        var code = string.Concat((typed ?? string.Empty).Where(char.IsAsciiDigit));
        await using var write = await db.BeginWriteAsync(ct);
        if (await CurrentAsync(ct) is not { } request || await IsExhaustedAsync(request, ct))
        {
            throw new RuleException("account.code-lapsed", "Ce code n’est plus valable. Demandez-en un autre, ou ouvrez le lien du message.");
        }

        if (!request.CodeMatches(browser.RequestSecret!, code))
        {
            await write.CommitAsync(ct);
            throw new RuleException("account.code-wrong", "Ce n’est pas le bon code. Essais restants : {0}.", Left(request)) { Field = "Code" };
        }

        var entered = await ProvedAsync(request, ct);
        await write.CommitAsync(ct);
        return entered;
    }

    /// <inheritdoc cref="ByCodeAsync"/>
    public async Task<bool> ByLinkAsync(string? token, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var request = await FindByLinkAsync(token, ct) ?? throw new RuleException("account.link-lapsed", "Ce lien n’est plus valable. Demandez un nouveau code.");

        // The request moves to the browser that opened the link.
        var secret = Secret.New();
        request.SecretHash = Secret.Hash(secret);
        browser.KeepRequestSecret(secret);

        var entered = await ProvedAsync(request, ct);
        await write.CommitAsync(ct);
        return entered;
    }

    private async Task<bool> ProvedAsync(SignInRequest request, CancellationToken ct)
    {
        var now = clock.UtcNow();
        request.Verify(now);
        var person = await db.Set<Person>().FirstOrDefaultAsync(known => known.NormalizedEmail == request.NormalizedEmail, ct);
        if (person is { IsComplete: true })
        {
            request.UsedUtc = now;
            await arrival.EnterAsync(person, [browser.BrowserKey, request.BrowserKey], isNew: false, ct);
            return true;
        }

        await db.SaveChangesAsync(ct);
        return false;
    }

    /// <summary>Counts this try before it is made; two tries at once are both counted.</summary>
    private async Task<bool> IsExhaustedAsync(SignInRequest request, CancellationToken ct)
    {
        var counted = await db.Set<SignInRequest>().Where(known => known.Id == request.Id && known.FailedAttempts < SignInRequest.MaxAttempts)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.FailedAttempts, known => known.FailedAttempts + 1), ct);
        var since = request.CreatedUtc.AddDays(-1);
        return counted == 0
            || await db.Set<SignInRequest>().Where(known => known.NormalizedEmail == request.NormalizedEmail && known.CreatedUtc > since).SumAsync(known => known.FailedAttempts, ct) > FailuresADay;
    }

    private static string Left(SignInRequest request) => Math.Max(0, SignInRequest.MaxAttempts - request.FailedAttempts - 1).ToString(CultureInfo.CurrentCulture);
}
