using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Identification;

/// <summary>The requests that still wait for their code or link.</summary>
internal sealed class OpenRequests(SiteDb db, Browser browser, TimeProvider clock)
{
    // Over all requests for one address in a day: a million codes cannot be tried five at a time.
    private const int FailuresADay = 30;
    private static readonly TimeSpan PressedTwice = TimeSpan.FromMinutes(1);

    /// <summary>The request that this browser has open; null when it has none.</summary>
    /// <param name="personId">Whose change of address it is; null for an identification.</param>
    public async Task<SignInRequest?> CurrentAsync(string? personId, CancellationToken ct)
    {
        var hash = browser.RequestSecret is { } secret ? Secret.Hash(secret) : null;
        var request = hash is null ? null : await db.Set<SignInRequest>().FirstOrDefaultAsync(known => known.SecretHash == hash && known.PersonId == personId, ct);
        return request?.IsOpen(clock.UtcNow()) == true ? request : null;
    }

    /// <summary>The request whose address this browser has proved, open or used up a moment ago. Inside a transaction: two at once take turns.</summary>
    public async Task<SignInRequest?> VerifiedAsync(CancellationToken ct)
    {
        var (hash, now) = (browser.RequestSecret is { } secret ? Secret.Hash(secret) : null, clock.UtcNow());
        var theirs = db.Set<SignInRequest>().Where(known => known.SecretHash == hash && known.PersonId == null && known.VerifiedUtc != null);
        await theirs.ExecuteUpdateAsync(set => set.SetProperty(known => known.FailedAttempts, known => known.FailedAttempts), ct);
        var request = await theirs.FirstOrDefaultAsync(ct);
        return request?.IsOpen(now) == true || request?.UsedUtc > now - PressedTwice ? request : null;
    }

    public Task<SignInRequest?> FindByLinkAsync(string? token, CancellationToken ct)
    {
        var (hash, now) = (Secret.Hash(token ?? string.Empty), clock.UtcNow());
        return db.Set<SignInRequest>().FirstOrDefaultAsync(
            known => known.LinkHash == hash && known.PersonId == null && known.UsedUtc == null && known.VerifiedUtc == null && known.ExpiresUtc > now, ct);
    }

    /// <summary>The request whose code this is, marked as proved in the caller's transaction.</summary>
    /// <exception cref="RuleException">A wrong, lapsed or exhausted code; the try is counted all the same.</exception>
    public async Task<SignInRequest> TakeCodeAsync(string? typed, string? personId, WriteTransaction write, CancellationToken ct)
    {
        var code = string.Concat((typed ?? string.Empty).Where(char.IsAsciiDigit));
        if (await CurrentAsync(personId, ct) is not { } request || await IsExhaustedAsync(request, ct))
        {
            throw new RuleException("account.code-lapsed", "Ce code n’est plus valable. Demandez-en un autre, ou ouvrez le lien du message.");
        }

        if (!request.CodeMatches(browser.RequestSecret!, code))
        {
            await write.CommitAsync(ct);
            var left = Math.Max(0, SignInRequest.MaxAttempts - request.FailedAttempts - 1).ToString(CultureInfo.CurrentCulture);
            throw new RuleException("account.code-wrong", "Ce n’est pas le bon code. Essais restants : {0}.", left) { Field = "Code" };
        }

        request.Verify(clock.UtcNow());
        return request;
    }

    /// <summary>Counts this try before it is made; two tries at once are both counted.</summary>
    private async Task<bool> IsExhaustedAsync(SignInRequest request, CancellationToken ct)
    {
        var requests = db.Set<SignInRequest>();
        var counted = await requests.Where(known => known.Id == request.Id && known.FailedAttempts < SignInRequest.MaxAttempts)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.FailedAttempts, known => known.FailedAttempts + 1), ct);
        var since = request.CreatedUtc.AddDays(-1);
        return counted == 0
            || await requests.Where(known => known.NormalizedEmail == request.NormalizedEmail && known.CreatedUtc > since).SumAsync(known => known.FailedAttempts, ct) > FailuresADay;
    }
}
