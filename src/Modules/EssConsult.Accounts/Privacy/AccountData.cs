using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Identification;
using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Privacy;

/// <summary>The account itself, the mail that was sent to it, and what other modules hold about its address.</summary>
internal sealed class AccountData(SiteDb db, IMailArchive mail, IEnumerable<IAddressData> addresses) : IPersonalData
{
    public string Name => "compte";

    public async Task<object?> ExportAsync(string personId, CancellationToken ct)
    {
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(known => known.Id == personId, ct);
        return new
        {
            person.Id,
            person.Email,
            person.DisplayName,
            person.Language,
            person.AgeConfirmedUtc,
            person.CreatedUtc,
            person.LastSeenUtc,
            HasPassword = person.PasswordHash is not null,
            Roles = await db.Set<PersonRole>().Where(held => held.PersonId == personId).Select(held => held.Role).OrderBy(role => role).ToListAsync(ct),
            ByAddress = await ByAddressAsync(person.Email!, ct),
            Messages = await mail.ListAsync(personId, person.Email, ct),
        };
    }

    private async Task<IReadOnlyDictionary<string, object>> ByAddressAsync(string address, CancellationToken ct)
    {
        var held = new Dictionary<string, object>();
        foreach (var module in addresses)
        {
            if (await module.ExportAsync(address, ct) is { } data)
            {
                held[module.Name] = data;
            }
        }

        return held;
    }

    public async Task EraseAsync(string personId, bool keepTextsWithoutName, CancellationToken ct)
    {
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(known => known.Id == personId, ct);

        // A change of address under way, or just made, knows another one.
        var requests = db.Set<SignInRequest>().Where(request => request.NormalizedEmail == person.NormalizedEmail || request.PersonId == personId);
        List<string> theirs = [.. await requests.Select(request => request.Email).Distinct().ToListAsync(ct), person.Email!];
        await mail.EraseAsync(personId, theirs, person.DisplayName, ct);
        foreach (var module in addresses)
        {
            await module.EraseAsync(person.Email!, ct);
        }

        await requests.ExecuteDeleteAsync(ct);
        await db.Set<PersonRole>().Where(held => held.PersonId == personId).ExecuteDeleteAsync(ct);
        await db.Set<Person>().Where(known => known.Id == personId).ExecuteDeleteAsync(ct);
    }
}
