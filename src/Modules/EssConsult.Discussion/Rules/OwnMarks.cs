using EssConsult.Discussion.Supports;

namespace EssConsult.Discussion.Rules;

/// <summary>What one person left on an item: every page of a contribution asks.</summary>
internal static class OwnMarks
{
    private const string Supports = "support";
    private const string Follows = "follow";

    private static readonly CompiledQuery<Func<SiteDb, string, string, IAsyncEnumerable<string>>> Marks = new(() => EF.CompileAsyncQuery((SiteDb db, string contentItemId, string personId) =>
        db.Set<Support>().Where(support => support.ContentItemId == contentItemId && support.PersonId == personId).Select(_ => Supports)
            .Concat(db.Set<FollowRow>().Where(follow => follow.ContentItemId == contentItemId && follow.PersonId == personId).Select(_ => Follows))));

    public static async Task<(bool Supported, bool Followed)> OfAsync(SiteDb db, string contentItemId, string personId, CancellationToken ct)
    {
        var marks = await Marks.For(db)(db, contentItemId, personId).ToListAsync(ct);
        return (marks.Contains(Supports), marks.Contains(Follows));
    }
}
