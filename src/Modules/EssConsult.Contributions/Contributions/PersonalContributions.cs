using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>What this module holds about a person: their texts.</summary>
internal sealed class PersonalContributions(SiteDb db, IContentStore content, TimeProvider clock) : IPersonalData
{
    public string Name => "contributions";

    public async Task<object?> ExportAsync(string personId, CancellationToken ct)
    {
        var rows = await db.Set<ContributionRow>().AsNoTracking().Where(row => row.AuthorId == personId).OrderBy(row => row.CreatedUtc).ToListAsync(ct);
        var items = await content.FindManyAsync([.. rows.Select(row => row.ContentItemId)], ContentVersion.Latest, ct);
        return rows.Select(row => new
        {
            row.Title, row.State, row.CreatedUtc, row.PublishedUtc, row.Path, row.ActorId, row.Motive, row.MotiveNote, Text = items.GetValueOrDefault(row.ContentItemId)?.Part<MarkdownBodyPart>()?.Markdown,
        });
    }

    public async Task EraseAsync(string personId, bool keepTextsWithoutName, CancellationToken ct)
    {
        var rows = await db.Set<ContributionRow>().Where(row => row.AuthorId == personId).ToListAsync(ct);
        foreach (var row in rows)
        {
            (row.AuthorId, row.AuthorName) = (null, null);
            if (row.PublishedUtc is null)
            {
                await content.EraseAsync(row.ContentItemId, ct);
                db.Remove(row);
            }
            else if (!keepTextsWithoutName || row.State != ContributionState.Published)
            {
                await content.EraseAsync(row.ContentItemId, ct);
                (row.Title, row.Extract, row.WordsKey, row.MotiveNote) = (string.Empty, string.Empty, string.Empty, null);
                if (row.State != ContributionState.Removed)
                {
                    (row.State, row.Motive, row.DecidedUtc) = (ContributionState.Removed, Motives.Author, clock.UtcNow());
                    db.Publish(new ContributionRemoved(row.ContentItemId, row.ProcessId, null, Motives.Author));
                }
            }
        }

        await db.Set<ContributionRow>().Where(row => row.FacilitatorId == personId).ExecuteUpdateAsync(row => row.SetProperty(one => one.FacilitatorId, (string?)null), ct);
        await content.ForgetPersonAsync(personId, ct);
    }
}
