using EssConsult.Discussion.Counting;
using EssConsult.Discussion.Rules;

namespace EssConsult.Discussion.Supports;

/// <summary>One follows one's own texts; who leaves one is not brought back. The item's counts begin here too.</summary>
internal sealed class FollowOwnTexts(SiteDb db, Rulebook rulebook, IFollowers followers) : IHandle<ContentPublished>
{
    public async Task HandleAsync(ContentPublished happened, CancellationToken ct)
    {
        if (!happened.First || await rulebook.ForAsync(happened.ContentItemId, ct) is not { } rules || rules == DiscussionRules.Closed)
        {
            return;
        }

        // The event calls first what is published after having been withdrawn, or imported again.
        if (await CountsWriter.BeginAsync(db, happened.ContentItemId, ct) && rules.OwnerId is { } owner)
        {
            await followers.AddAsync(happened.ContentItemId, owner, ct);
        }
    }
}
