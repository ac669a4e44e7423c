using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Contributions;

/// <summary>What may be said under a contribution: as its étape allows, now.</summary>
internal sealed class ContributionDiscussion(SiteDb db, SharedReads reads, CacheTags tags, IProcesses processes, IStringLocalizer localizer, TimeProvider clock) : IDiscussionRules
{
    public async Task<DiscussionRules?> ForAsync(string contentItemId, CancellationToken ct)
    {
        var row = await FindAsync(contentItemId, ct);
        if (row is null)
        {
            return null;
        }

        var now = clock.UtcNow();
        var process = processes.Find(row.ProcessId);
        var open = process is null or { IsArchived: true } ? [] : process.Phases.Where(phase => phase.IsOpen(now)).ToList();
        return new DiscussionRules
        {
            Visible = row.State == ContributionState.Published,
            CommentsOpen = open.Exists(phase => phase.AcceptsComments),
            SupportsOpen = open.Exists(phase => phase.AcceptsSupports),
            ClosedSentence = Closed(process, now),
            Title = row.Title,
            Url = "/" + row.Path,
            OwnerId = row.AuthorId,
        };
    }

    // Inside a transaction, the row as that transaction wrote it: another may never see it.
    private async Task<ContributionRow?> FindAsync(string contentItemId, CancellationToken ct) => db.Database.CurrentTransaction is not null
        ? await db.FindContributionAsync(contentItemId, ct)
        : await reads.GetAsync("contribution-row " + contentItemId, tags, shown =>
        {
            shown.Add(contentItemId);
            return db.Set<ContributionRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == contentItemId, ct);
        });

    private string? Closed(Process? process, DateTime now)
    {
        var last = process?.Phases.Where(phase => phase.AcceptsComments && phase.IsOver(now)).MaxBy(phase => phase.EndsUtc);
        return last?.EndsUtc is { } end
            ? localizer["L’étape « {0} » est close depuis le {1} : on ne peut plus commenter ni soutenir.", last.Title, end.AddTicks(-1).Day()].Value
            : null;
    }
}
