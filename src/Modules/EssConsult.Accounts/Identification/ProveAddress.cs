using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Identification;

/// <summary>Takes the code or the link; whoever has an account is in, whoever is new is asked for a name.</summary>
internal sealed class ProveAddressHandler(SiteDb db, OpenRequests requests, Browser browser, Arrival arrival, TimeProvider clock)
{
    /// <returns>Whether the person is in; false when a name is still to be given.</returns>
    /// <exception cref="RuleException">A wrong, lapsed or exhausted code.</exception>
    public async Task<bool> ByCodeAsync(string? typed, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var request = await requests.TakeCodeAsync(typed, personId: null, write, ct);
        var entered = await EnterAsync(request, ct);
        await write.CommitAsync(ct);
        return entered;
    }

    /// <inheritdoc cref="ByCodeAsync"/>
    public async Task<bool> ByLinkAsync(string? token, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var request = await requests.FindByLinkAsync(token, ct) ?? throw new RuleException("account.link-lapsed", "Ce lien n’est plus valable. Demandez un nouveau code.");

        // The request moves to the browser that opened the link.
        var secret = Secret.New();
        request.SecretHash = Secret.Hash(secret);
        browser.KeepRequestSecret(secret);
        request.Verify(clock.UtcNow());

        var entered = await EnterAsync(request, ct);
        await write.CommitAsync(ct);
        return entered;
    }

    private async Task<bool> EnterAsync(SignInRequest request, CancellationToken ct)
    {
        var person = await db.Set<Person>().FirstOrDefaultAsync(known => known.NormalizedEmail == request.NormalizedEmail, ct);
        if (person is { IsComplete: true })
        {
            request.UsedUtc = clock.UtcNow();
            await arrival.EnterAsync(person, [browser.BrowserKey, request.BrowserKey], Way.Code, ct);
            return true;
        }

        await db.SaveChangesAsync(ct);
        return false;
    }
}
