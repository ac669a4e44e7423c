using EssConsult.Discussion.Contracts;
using Microsoft.Extensions.Localization;

namespace EssConsult.Contributions;

/// <summary>What may be said under a contribution: as its étape allows, now.</summary>
internal sealed class ContributionDiscussion(SiteDb db, IProcesses processes, IStringLocalizer localizer, TimeProvider clock) : IDiscussionRules
{
    public async Task<DiscussionRules?> ForAsync(string contentItemId, CancellationToken ct)
    {
        var row = await db.FindContributionAsync(contentItemId, ct);
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

    private string? Closed(Process? process, DateTime now)
    {
        var last = process?.Phases.Where(phase => phase.AcceptsComments && phase.IsOver(now)).MaxBy(phase => phase.EndsUtc);
        return last?.EndsUtc is { } end
            ? localizer["L’étape « {0} » est close depuis le {1} : on ne peut plus commenter ni soutenir.", last.Title, end.AddTicks(-1).ToParis().ToString("d MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture)].Value
            : null;
    }
}
