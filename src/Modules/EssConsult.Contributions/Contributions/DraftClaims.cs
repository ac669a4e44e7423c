using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>Gives what a browser wrote to the person it turned out to be.</summary>
internal sealed class DraftClaims(SiteDb db, IContentStore content) : IClaimDrafts
{
    public async Task ClaimAsync(string personId, string browserKey, CancellationToken ct)
    {
        var drafts = await db.Set<ContributionRow>()
            .Where(row => row.BrowserKey == browserKey && row.AuthorId == null && row.State == ContributionState.Draft).OrderByDescending(row => row.CreatedUtc).Take(20).ToListAsync(ct);
        foreach (var draft in drafts)
        {
            (draft.AuthorId, draft.BrowserKey) = (personId, null);
            if (await content.FindAsync(draft.ContentItemId, ContentVersion.Latest, ct) is { } item)
            {
                item.Owner = personId;
                await content.SaveDraftAsync(item, ct);
            }
        }
    }
}
