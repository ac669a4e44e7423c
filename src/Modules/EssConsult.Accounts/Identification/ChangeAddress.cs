using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Passwords;
using EssConsult.Accounts.Sessions;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Identification;

/// <summary>A new address counts once a code sent to it came back; the former one is told, and other sessions end.</summary>
internal sealed class ChangeAddressHandler(
    SiteDb db, Proof proof, RequestCodeHandler codes, OpenRequests requests, Browser browser, Session session, IMailPeople mail, IEnumerable<IAddressData> addresses, TimeProvider clock)
{
    /// <exception cref="RuleException">Not an address, too many codes, or whoever asks did not show that the account is theirs.</exception>
    public async Task AskAsync(string personId, string? email, string? password, CancellationToken ct)
    {
        await proof.RequireAsync(personId, password, ct);
        await codes.SendAsync("address-code", email, returnTo: null, personId, ct);
    }

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
        await LeaveAsync(person, request, ct);
        (person.Email, person.NormalizedEmail) = (request.Email, request.NormalizedEmail);
        person.EndSessions();
        db.Audit(new AuditEntry("account.address-changed", personId, personId));
        db.Publish(new SessionsEnded(personId));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        browser.ForgetRequest();
        await session.RenewAsync(person);
    }

    private async Task LeaveAsync(Person person, SignInRequest request, CancellationToken ct)
    {
        if (person.NormalizedEmail == request.NormalizedEmail)
        {
            return;
        }

        foreach (var module in addresses)
        {
            await module.LeaveAsync(person.Email!, request.Email, ct);
        }
    }
}
