using EssConsult.Accounts.Contracts;

namespace EssConsult.Discussion.Comments;

/// <summary>What visitors typed before they said who they are: one draft per item and browser, then per item and person.</summary>
internal sealed class CommentDrafts(SiteDb db, IIdentify identify, CurrentPerson person, TimeProvider clock) : IClaimDrafts
{
    private string? Keeper => person.Id is { } id ? OfPerson(id) : identify.BrowserKey is { } key ? OfBrowser(key) : null;

    public async Task<CommentDraft?> FindAsync(string contentItemId, CancellationToken ct) =>
        Keeper is { } keeper ? await db.Set<CommentDraft>().FirstOrDefaultAsync(draft => draft.Keeper == keeper && draft.ContentItemId == contentItemId, ct) : null;

    /// <summary>Stages what the visitor typed; the caller saves.</summary>
    public async Task KeepAsync(NewComment comment, CancellationToken ct)
    {
        var keeper = OfBrowser(identify.EnsureBrowserKey());
        var body = Comment.Clean(comment.Body);
        var draft = await db.Set<CommentDraft>().FirstOrDefaultAsync(row => row.Keeper == keeper && row.ContentItemId == comment.ContentItemId, ct)
            ?? db.Add(new CommentDraft { Id = Guid.CreateVersion7(), Keeper = keeper, ContentItemId = comment.ContentItemId, Body = body }).Entity;
        (draft.ParentId, draft.Alignment, draft.Body, draft.SavedUtc) = (comment.ParentId, comment.Alignment, body, clock.UtcNow());
    }

    /// <summary>Stages the end of a draft that became a comment.</summary>
    public async Task ForgetAsync(string contentItemId, CancellationToken ct)
    {
        if (await FindAsync(contentItemId, ct) is { } draft)
        {
            db.Remove(draft);
        }
    }

    public async Task ClaimAsync(string personId, string browserKey, CancellationToken ct)
    {
        var (browser, owner) = (OfBrowser(browserKey), OfPerson(personId));
        var drafts = await db.Set<CommentDraft>().Where(draft => draft.Keeper == browser || draft.Keeper == owner).ToListAsync(ct);
        foreach (var items in drafts.GroupBy(draft => draft.ContentItemId))
        {
            // What was typed last wins: the other one is older than this visit.
            var claimed = items.FirstOrDefault(draft => draft.Keeper == browser);
            if (claimed is not null && items.FirstOrDefault(draft => draft.Keeper == owner) is { } older)
            {
                (older.ParentId, older.Alignment, older.Body, older.SavedUtc) = (claimed.ParentId, claimed.Alignment, claimed.Body, claimed.SavedUtc);
                db.Remove(claimed);
            }
            else if (claimed is not null)
            {
                claimed.Keeper = owner;
            }
        }
    }

    public static string OfPerson(string id) => "person:" + id;

    private static string OfBrowser(string key) => "browser:" + key;
}
