using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Routing;

/// <summary>An address that no other item has, by a number at its end.</summary>
internal sealed class FreePath(SiteDb db)
{
    private const int MaxLength = 1024;

    private static readonly CompiledQuery<Func<SiteDb, string, string, CancellationToken, Task<bool>>> Taken = new(() => EF.CompileAsyncQuery(
        (SiteDb db, string path, string itemId, CancellationToken ct) => db.Set<PathRow>().Any(row => row.Path == path && row.ContentItemId != itemId)));

    /// <exception cref="RuleException">Another item has it, and it may not change.</exception>
    public async Task<string> FindAsync(string wanted, string itemId, bool mayChange, CancellationToken ct)
    {
        wanted = wanted.Length > MaxLength ? wanted[..MaxLength] : wanted;
        if (!await Taken.For(db)(db, wanted, itemId, ct) && !Staged(itemId).Contains(wanted))
        {
            return wanted;
        }

        if (!mayChange)
        {
            throw new RuleException("content.path-taken", "Une autre page a déjà cette adresse.");
        }

        // More at each turn: a title that a thousand share costs a few questions.
        for (var (number, count) = (1, 50); ; number += count, count *= 4)
        {
            if (await FirstFreeAsync([.. Enumerable.Range(number, count).Select(suffix => $"{wanted}-{suffix}")], itemId, ct) is { } numbered)
            {
                return numbered;
            }
        }
    }

    private async Task<string?> FirstFreeAsync(List<string> paths, string itemId, CancellationToken ct)
    {
        var taken = await db.Set<PathRow>().AsNoTracking().Where(row => paths.Contains(row.Path) && row.ContentItemId != itemId).Select(row => row.Path).ToListAsync(ct);
        return paths.Except(taken).Except(Staged(itemId)).FirstOrDefault();
    }

    private IEnumerable<string> Staged(string itemId) => db.Set<PathRow>().Local.Where(row => row.ContentItemId != itemId).Select(row => row.Path);
}
