using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Public;

/// <summary>The public's vote beside a ranking, ready to be shown.</summary>
/// <param name="Combined">Null for a prize apart, and before the count.</param>
/// <param name="Favourites">The most chosen entries, once counted.</param>
internal sealed record PublicStanding(PublicVote Vote, CombinedRanking? Combined, IReadOnlyList<Guid> Favourites, IReadOnlyDictionary<Guid, string> Titles)
{
    /// <summary>Null where the edition has no public vote whose formula is frozen.</summary>
    public static async Task<PublicStanding?> ReadAsync(SiteDb db, Edition edition, Ranking? ranking, CancellationToken ct)
    {
        if (await db.Set<PublicVote>().AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == edition.ContentItemId && row.FrozenUtc != null, ct) is not { } vote)
        {
            return null;
        }

        var ranked = ranking?.Entries.Select(entry => entry.EntryId).ToHashSet();
        var counts = vote.Counts.Where(pair => ranked?.Contains(pair.Key) != false).ToDictionary();
        var texts = await db.LastSentAsync([.. counts.Keys], ct);
        var most = counts.Values.DefaultIfEmpty(0).Max();
        return new PublicStanding(
            vote, vote is { IsCombined: true, CountedUtc: not null } && ranking is not null ? CombinedRanking.Of(ranking, counts, vote.Percent) : null,
            most == 0 ? [] : [.. counts.Where(pair => pair.Value == most).Select(pair => pair.Key)], texts.ToDictionary(text => text.Key, text => text.Value.Title));
    }
}
