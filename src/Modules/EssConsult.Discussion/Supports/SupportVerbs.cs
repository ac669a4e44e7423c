using EssConsult.Discussion.Counting;
using EssConsult.Discussion.Rules;

namespace EssConsult.Discussion.Supports;

internal sealed class SupportVerbs(SiteDb db, Rulebook rulebook, TimeProvider clock) : ISupports
{
    public async Task<bool> GiveAsync(string contentItemId, string personId, CancellationToken ct)
    {
        await rulebook.RequireSupportsAsync(contentItemId, ct);
        var now = clock.UtcNow();
        await using var write = await db.BeginWriteAsync(ct);
        var given = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO support (content_item_id, person_id, given_utc) VALUES ({contentItemId}, {personId}, {now}) ON CONFLICT DO NOTHING", ct) == 1;
        if (given)
        {
            await CountsWriter.AddAsync(db, contentItemId, new CountsChange { Supports = 1, ActiveUtc = now }, ct);
            db.Publish(new SupportGiven(contentItemId, personId));
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
        }

        return given;
    }

    public async Task<bool> WithdrawAsync(string contentItemId, string personId, CancellationToken ct)
    {
        await rulebook.RequireSupportsAsync(contentItemId, ct);
        await using var write = await db.BeginWriteAsync(ct);
        var withdrawn = await db.Set<Support>().Where(support => support.ContentItemId == contentItemId && support.PersonId == personId).ExecuteDeleteAsync(ct) == 1;
        if (withdrawn)
        {
            await CountsWriter.AddAsync(db, contentItemId, new CountsChange { Supports = -1 }, ct);
            db.Publish(new SupportWithdrawn(contentItemId, personId));
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
        }

        return withdrawn;
    }

    public async Task<IReadOnlySet<string>> OfAsync(string personId, IReadOnlyCollection<string> contentItemIds, CancellationToken ct) =>
        await db.Set<Support>().Where(support => support.PersonId == personId && contentItemIds.Contains(support.ContentItemId))
            .Select(support => support.ContentItemId).ToHashSetAsync(ct);
}
