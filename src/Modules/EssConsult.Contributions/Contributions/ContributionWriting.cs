using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>The verbs of an author: draft, submit, edit, withdraw. Each stages; the page saves.</summary>
internal sealed class ContributionWriting(SiteDb db, IContentStore content, IProcesses processes, Signing signing, CurrentPerson person, TimeProvider clock)
{
    public static readonly TimeSpan FreeEditing = TimeSpan.FromMinutes(15);

    /// <exception cref="RuleException">No étape of the démarche is open for writing.</exception>
    public Phase RequireOpen(string processId)
    {
        var process = processes.Find(processId) ?? throw new RuleException("contribution.process-unknown", "Cette démarche n’existe pas.");
        var now = clock.UtcNow();
        if (process.WritingPhase(now) is { } open)
        {
            return open;
        }

        var (sentence, day) = Closure(process, now);
        throw new RuleException("contribution.closed", sentence, day);
    }

    /// <summary>When and why one cannot write: a sentence with the day in {0}.</summary>
    public static (string Sentence, string Day) Closure(Process process, DateTime now)
    {
        var writing = process.Phases.Where(phase => phase.AcceptsContributions).ToList();
        if (!process.IsArchived && writing.Find(phase => phase.StartsUtc > now) is { } next)
        {
            return ("On pourra écrire dans cette démarche à partir du {0}.", Day(next.StartsUtc!.Value));
        }

        return writing.LastOrDefault(phase => phase.EndsUtc is not null) is { } last
            ? ("Cette étape est close depuis le {0} : les contributions restent lisibles, on ne peut plus en écrire.", Day(last.EndsUtc!.Value.AddTicks(-1)))
            : ("Cette démarche ne recueille pas de contributions.", string.Empty);
    }

    public ContentItem Start(string processId, Phase phase)
    {
        var item = content.New(ContributionProjection.ContentType, person.Id, person.DisplayName);
        item.Put(new ContributionPart { ProcessId = processId, PhaseId = phase.Id });
        return item;
    }

    public async Task SaveDraftAsync(ContentItem item, string? browserKey, CancellationToken ct)
    {
        await content.SaveDraftAsync(item, ct);
        var row = (await db.FindContributionAsync(item.ContentItemId, ct))!;
        row.BrowserKey = person.IsSignedIn ? null : browserKey;
    }

    /// <summary>The author's own draft, or the one that this browser began before its author was known.</summary>
    public async Task<ContributionRow?> FindOwnAsync(string contentItemId, string? browserKey, CancellationToken ct)
    {
        var row = await db.FindContributionAsync(contentItemId, ct);
        var own = row is not null && (person.Id is { } id && row.AuthorId == id || row.AuthorId is null && browserKey is not null && row.BrowserKey == browserKey);
        return own ? row : null;
    }

    /// <summary>Sends a draft: published at once or put before the moderators, as the démarche decides.</summary>
    /// <exception cref="RuleException">The étape is over, or the text is already sent.</exception>
    public async Task<ContributionState> SubmitAsync(ContributionRow row, Guid? actorId, CancellationToken ct)
    {
        if (row.State is not (ContributionState.Draft or ContributionState.Refused))
        {
            throw new RuleException("contribution.already-sent", "Cette contribution est déjà envoyée.");
        }

        var phase = RequireOpen(row.ProcessId);
        var item = await content.FindAsync(row.ContentItemId, ContentVersion.Latest, ct) ?? throw new RuleException("contribution.gone", "Ce brouillon n’existe plus.");
        Claim(row, item, phase);
        await signing.SignAsync(item, actorId, ct);
        var now = clock.UtcNow();
        row.SubmittedUtc = now;
        db.Publish(new ContributionSubmitted(row.ContentItemId, row.ProcessId, person.RequiredId));
        if (await NeedsModerationAsync(row, item, ct))
        {
            await content.SaveDraftAsync(item, ct);
            row.State = ContributionState.Submitted;
            return row.State;
        }

        await content.PublishAsync(item, ct);
        db.Publish(new ContributionPublished(row.ContentItemId, row.ProcessId, row.AuthorId, Moderated: false));
        return row.State;
    }

    /// <summary>A text that nobody has read goes for good, inside the caller's write transaction.</summary>
    /// <exception cref="RuleException">It is already sent.</exception>
    public async Task DiscardAsync(ContributionRow row, CancellationToken ct)
    {
        if (row.State != ContributionState.Draft)
        {
            throw new RuleException("contribution.already-sent", "Cette contribution est déjà envoyée.");
        }

        await content.EraseAsync(row.ContentItemId, ct);
        db.Remove(row);
    }

    /// <summary>Takes back one's own text; its address stays and says so.</summary>
    public async Task WithdrawAsync(ContributionRow row, CancellationToken ct)
    {
        if (row.State == ContributionState.Published)
        {
            row.Motive = Motives.Author;
            row.State = ContributionState.Removed;
            row.DecidedUtc = clock.UtcNow();
            db.Publish(new ContributionRemoved(row.ContentItemId, row.ProcessId, row.AuthorId, Motives.Author));
        }
        else
        {
            row.State = ContributionState.Removed;
        }

        await content.RemoveAsync(row.ContentItemId, ct);
    }

    private void Claim(ContributionRow row, ContentItem item, Phase phase)
    {
        (row.AuthorId, row.BrowserKey) = (person.RequiredId, null);
        (item.Owner, item.Author) = (person.RequiredId, person.DisplayName);
        item.Put(new ContributionPart { ProcessId = row.ProcessId, PhaseId = phase.Id });
    }

    private async Task<bool> NeedsModerationAsync(ContributionRow row, ContentItem item, CancellationToken ct)
    {
        var policy = processes.Find(row.ProcessId)!.Moderation;
        var attached = item.Content["Contribution"]?["Attachments"]?["Paths"] is System.Text.Json.Nodes.JsonArray { Count: > 0 };
        return attached || policy == ModerationPolicy.Before
            || (policy == ModerationPolicy.FirstThenAfter && !await HasBeenAcceptedAsync(person.RequiredId, ct));
    }

    private Task<bool> HasBeenAcceptedAsync(string authorId, CancellationToken ct) =>
        db.Set<ContributionRow>().Published().AnyAsync(row => row.AuthorId == authorId, ct);

    private static string Day(DateTime utc) => utc.ToParis().ToString("d MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture);
}
