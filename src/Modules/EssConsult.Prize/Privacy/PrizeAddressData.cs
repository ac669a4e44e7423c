using EssConsult.Accounts.Contracts;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Privacy;

/// <summary>Addresses of people who were invited, to write an entry, to be let in late or to sit in a jury, and did not answer.</summary>
internal sealed class PrizeAddressData(SiteDb db) : IAddressData
{
    public string Name => "prix-invitations";

    public async Task<object?> ExportAsync(string address, CancellationToken ct)
    {
        var (key, clean) = (EmailAddress.Normalize(address), EmailAddress.Clean(address) ?? address);
        var together = await db.Set<CoApplicant>().AsNoTracking().Where(row => row.EmailKey == key && row.PersonId == null).Select(row => new { row.EntryId, row.InvitedUtc }).ToListAsync(ct);
        var late = await db.Set<LateCode>().AsNoTracking().Where(row => row.Email == clean && row.UsedUtc == null).Select(row => new { row.EditionId, row.UntilUtc }).ToListAsync(ct);
        var juries = await db.Set<Juror>().AsNoTracking().Where(row => row.EmailKey == key && row.PersonId == null).Select(row => new { row.EditionId, row.Name, row.Organisation, row.InvitedUtc }).ToListAsync(ct);
        return together.Count + late.Count + juries.Count == 0 ? null : new { together, late, juries };
    }

    public async Task EraseAsync(string address, CancellationToken ct)
    {
        var (key, clean) = (EmailAddress.Normalize(address), EmailAddress.Clean(address) ?? address);
        await db.Set<CoApplicant>().Where(row => row.EmailKey == key && row.PersonId == null).ExecuteDeleteAsync(ct);
        await db.Set<LateCode>().Where(row => row.Email == clean && row.UsedUtc == null).ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, string.Empty), ct);
        foreach (var juror in await db.Set<Juror>().Where(row => row.EmailKey == key && row.PersonId == null).Select(row => row.Id).ToListAsync(ct))
        {
            await PrizeErasure.JurorAsync(db, juror, ct);
        }
    }
}
