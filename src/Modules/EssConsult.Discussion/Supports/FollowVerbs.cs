using EssConsult.Discussion.Counting;

namespace EssConsult.Discussion.Supports;

internal sealed class FollowVerbs(SiteDb db, TimeProvider clock) : IFollows
{
    public async Task<bool> FollowAsync(string contentItemId, string personId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await using var write = await db.BeginWriteAsync(ct);
        var followed = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO follow (person_id, content_item_id, since_utc) VALUES ({personId}, {contentItemId}, {now}) ON CONFLICT DO NOTHING", ct) == 1;
        if (followed)
        {
            await CountsWriter.AddAsync(db, contentItemId, new CountsChange { Follows = 1 }, ct);
            db.Publish(new ContentFollowed(contentItemId, personId));
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
        }

        return followed;
    }

    public async Task<bool> UnfollowAsync(string contentItemId, string personId, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var left = await db.Set<Follow>().Where(follow => follow.ContentItemId == contentItemId && follow.PersonId == personId).ExecuteDeleteAsync(ct) == 1;
        if (left)
        {
            await CountsWriter.AddAsync(db, contentItemId, new CountsChange { Follows = -1 }, ct);
            db.Publish(new ContentUnfollowed(contentItemId, personId));
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
        }

        return left;
    }

    public async Task<IReadOnlyList<string>> OfAsync(string personId, int limit, CancellationToken ct) =>
        await db.Set<Follow>().Where(follow => follow.PersonId == personId).OrderByDescending(follow => follow.SinceUtc)
            .Select(follow => follow.ContentItemId).Take(limit).ToListAsync(ct);
}
