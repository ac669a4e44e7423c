using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.People;

namespace EssConsult.Accounts.Privacy;

/// <summary>The account disappears from every module in one transaction; audit rows keep an id that leads to nobody.</summary>
internal sealed class EraseMyAccountHandler(SiteDb db, IEnumerable<IPersonalData> modules, LastAdministrator lastAdministrator)
{
    /// <exception cref="RuleException">Nobody else could run the site.</exception>
    public async Task HandleAsync(string personId, bool keepTextsWithoutName, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        await lastAdministrator.RefuseToLoseAsync(personId, ct);

        // The account goes last: others may still need to read it.
        foreach (var module in modules.OrderBy(module => module is AccountData))
        {
            await module.EraseAsync(personId, keepTextsWithoutName, ct);
        }

        await db.EraseAuditDetailsAsync(personId, ct);
        db.Audit(new AuditEntry("account.erase", personId, personId, new { keepTextsWithoutName }));
        db.Publish(new PersonErased(personId, keepTextsWithoutName));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
