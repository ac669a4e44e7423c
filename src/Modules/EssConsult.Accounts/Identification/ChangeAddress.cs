using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Identification;

/// <summary>A new address counts once a code sent to it came back; the former one is told.</summary>
internal sealed class ChangeAddressHandler(SiteDb db, RequestCodeHandler codes, OpenRequests requests, Browser browser, IMailPeople mail, TimeProvider clock)
{
    /// <exception cref="RuleException">Not an address, or too many codes.</exception>
    public Task AskAsync(string personId, string? email, CancellationToken ct) => codes.SendAsync("address-code", email, returnTo: null, personId, ct);

    public async Task<string?> PendingAsync(string personId, CancellationToken ct) => (await requests.CurrentAsync(personId, ct))?.Email;

    /// <exception cref="RuleException">A wrong or lapsed code, or somebody else's address.</exception>
    public async Task ConfirmAsync(string personId, string? code, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var request = await requests.TakeCodeAsync(code, personId, write, ct);
        request.UsedUtc = clock.UtcNow();

        // Queued first: it goes to the address that is about to be left.
        await mail.EnqueueAsync(personId, new PersonMail("address-changed"), ct);
        var person = await db.Set<Person>().SingleAsync(known => known.Id == personId, ct);
        (person.Email, person.NormalizedEmail) = (request.Email, request.NormalizedEmail);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        browser.ForgetRequest();
    }
}
