using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Routing;

/// <summary>An address that no other item has, by a number at its end.</summary>
internal sealed class FreePath(SiteDb db)
{
    private const int MaxLength = 1024;

    /// <exception cref="RuleException">Another item has it, and it may not change.</exception>
    public async Task<string> FindAsync(string wanted, string itemId, bool mayChange, CancellationToken ct)
    {
        wanted = wanted.Length > MaxLength ? wanted[..MaxLength] : wanted;
        if (await FirstFreeAsync([wanted], itemId, ct) is { } free)
        {
            return free;
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
        var staged = db.Set<PathRow>().Local.Where(row => row.ContentItemId != itemId).Select(row => row.Path);
        return paths.Except(taken).Except(staged).FirstOrDefault();
    }
}
