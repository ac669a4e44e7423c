using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Entries;

/// <summary>A late code as it is read; its number once the entry was sent.</summary>
internal sealed record LateCodeLine(string Reason, string? Email, DateTime UntilUtc, DateTime? UsedUtc, int? Number);

internal static class LateCodeQueries
{
    /// <summary>Codes of an edition, those that let in an entry which this person is recused from left out.</summary>
    public static async Task<IReadOnlyList<LateCodeLine>> LateCodesAsync(this SiteDb db, string personId, string editionId, CancellationToken ct)
    {
        var open = db.OpenTo(personId).Select(entry => entry.Id);
        var kept = db.Set<Entry>().Where(entry => entry.EditionId == editionId && entry.Number != null && !open.Contains(entry.Id)).Select(entry => entry.Id);
        var found = await db.Set<LateCode>().AsNoTracking().Where(code => code.EditionId == editionId && (code.EntryId == null || !kept.Contains(code.EntryId.Value))).OrderBy(code => code.IssuedUtc).Take(200)
            .Select(code => new { code, Number = db.Set<Entry>().Where(entry => entry.Id == code.EntryId).Select(entry => entry.Number).FirstOrDefault() }).ToListAsync(ct);
        return [.. found.Select(line => new LateCodeLine(line.code.Reason, line.code.Email, line.code.UntilUtc, line.code.UsedUtc, line.Number))];
    }
}
