using EssConsult.Discussion.Supports;

namespace EssConsult.Discussion.Rules;

/// <summary>
/// What one person left on an item. Every page of a contribution asks: without compiling it once, EF would take as long to find the
/// statement as the database to answer it.
/// </summary>
internal sealed class OwnMarks
{
    private const string Supports = "support";
    private const string Follows = "follow";

    // Of this instance, not static: a compiled query belongs to the model of its site.
    private readonly Func<SiteDb, string, string, IAsyncEnumerable<string>> query = EF.CompileAsyncQuery((SiteDb db, string contentItemId, string personId) =>
        db.Set<Support>().Where(support => support.ContentItemId == contentItemId && support.PersonId == personId).Select(_ => Supports)
            .Concat(db.Set<Follow>().Where(follow => follow.ContentItemId == contentItemId && follow.PersonId == personId).Select(_ => Follows)));

    public async Task<(bool Supported, bool Followed)> OfAsync(SiteDb db, string contentItemId, string personId, CancellationToken ct)
    {
        var marks = await query(db, contentItemId, personId).ToListAsync(ct);
        return (marks.Contains(Supports), marks.Contains(Follows));
    }
}
