using EssConsult.Discussion.Counting;
using EssConsult.Discussion.Rules;

namespace EssConsult.Discussion.Supports;

/// <summary>One follows one's own texts; who leaves one is not brought back. The item's counts begin here too.</summary>
internal sealed class FollowOwnTexts(SiteDb db, Rulebook rulebook, TimeProvider clock) : IHandle<ContentPublished>
{
    public async Task HandleAsync(ContentPublished happened, CancellationToken ct)
    {
        if (!happened.First || await rulebook.ForAsync(happened.ContentItemId, ct) is not { } rules || rules == DiscussionRules.Closed)
        {
            return;
        }

        // The event calls first what is published after having been withdrawn, or imported again.
        if (!await CountsWriter.BeginAsync(db, happened.ContentItemId, ct))
        {
            return;
        }

        var now = clock.UtcNow();
        var followed = rules.OwnerId is not { } owner ? 0 : await db.Database.ExecuteSqlAsync(
            $"INSERT INTO follow (person_id, content_item_id, since_utc) VALUES ({owner}, {happened.ContentItemId}, {now}) ON CONFLICT DO NOTHING", ct);
        if (followed > 0)
        {
            await CountsWriter.AddAsync(db, happened.ContentItemId, new CountsChange { Follows = followed }, ct);
        }
    }
}
