namespace EssConsult.Notifications.Following;

internal sealed class Followers(SiteDb db, TimeProvider clock) : IFollowers
{
    public async Task<bool> AddAsync(string contentItemId, string personId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        return await db.Database.ExecuteSqlAsync($"INSERT INTO follow (person_id, content_item_id, since_utc) VALUES ({personId}, {contentItemId}, {now}) ON CONFLICT DO NOTHING", ct) == 1;
    }

    public async Task<bool> RemoveAsync(string contentItemId, string personId, CancellationToken ct) =>
        await db.Set<FollowRow>().Where(follow => follow.ContentItemId == contentItemId && follow.PersonId == personId).ExecuteDeleteAsync(ct) == 1;
}
