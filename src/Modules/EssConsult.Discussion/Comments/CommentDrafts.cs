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

    public async Task ClaimAsync(string personId, string browserKey, CancellationToken ct)
    {
        var (browser, owner) = (OfBrowser(browserKey), OfPerson(personId));
        await db.Set<CommentDraft>().Where(draft => draft.Keeper == browser || draft.Keeper == owner).LoadAsync(ct);

        // Not what the query found: what another browser's claim staged for the same save is in memory only.
        var drafts = db.Set<CommentDraft>().Local.Where(draft => draft.Keeper == browser || draft.Keeper == owner).ToList();
        foreach (var items in drafts.GroupBy(draft => draft.ContentItemId))
        {
            var claimed = items.FirstOrDefault(draft => draft.Keeper == browser);
            if (claimed is not null && items.FirstOrDefault(draft => draft.Keeper == owner) is { } held)
            {
                if (claimed.SavedUtc >= held.SavedUtc)
                {
                    (held.ParentId, held.Alignment, held.Body, held.SavedUtc) = (claimed.ParentId, claimed.Alignment, claimed.Body, claimed.SavedUtc);
                }

                db.Remove(claimed);
            }
            else if (claimed is not null)
            {
                claimed.Keeper = owner;
            }
        }
    }

    /// <summary>Asked before the writer's turn: most comments were never a draft.</summary>
    public static Task<bool> ExistsAsync(SiteDb db, string personId, string contentItemId, CancellationToken ct)
    {
        var keeper = OfPerson(personId);
        return db.Set<CommentDraft>().AnyAsync(draft => draft.Keeper == keeper && draft.ContentItemId == contentItemId, ct);
    }

    /// <summary>Deletes the draft that becomes a comment, in the caller's transaction: twice at once does no harm.</summary>
    public static Task<int> ForgetAsync(SiteDb db, string personId, string contentItemId, CancellationToken ct)
    {
        var keeper = OfPerson(personId);
        return db.Set<CommentDraft>().Where(draft => draft.Keeper == keeper && draft.ContentItemId == contentItemId).ExecuteDeleteAsync(ct);
    }

    public static string OfPerson(string id) => "person:" + id;

    private static string OfBrowser(string key) => "browser:" + key;
}
