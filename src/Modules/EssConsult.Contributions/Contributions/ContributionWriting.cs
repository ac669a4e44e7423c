using System.Text.Json.Nodes;
using EssConsult.Contributions.Circuits;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>The verbs of an author: draft, submit, edit, withdraw. Each stages; the page saves.</summary>
internal sealed class ContributionWriting(SiteDb db, IContentStore content, IProcesses processes, CircuitModeration circuits, Signing signing, CurrentPerson person, TimeProvider clock)
{
    public static readonly TimeSpan FreeEditing = TimeSpan.FromMinutes(15);

    private static readonly CompiledQuery<Func<SiteDb, string, CancellationToken, Task<bool>>> HasBeenAccepted = new(() => EF.CompileAsyncQuery(
        (SiteDb db, string authorId, CancellationToken ct) => db.Set<ContributionRow>().Any(row => row.AuthorId == authorId && row.State == ContributionState.Published && row.UnreadSinceUtc == null)));

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
            return ("On pourra écrire dans cette démarche à partir du {0}.", next.StartsUtc!.Value.Day());
        }

        return writing.LastOrDefault(phase => phase.EndsUtc is not null) is not { } last
            ? ("Cette démarche ne recueille pas de contributions.", string.Empty)
            : last.EndsUtc > now
            ? ("Cette démarche est archivée : les contributions restent lisibles, on ne peut plus en écrire.", string.Empty)
            : ("Cette étape est close depuis le {0} : les contributions restent lisibles, on ne peut plus en écrire.", last.EndsUtc!.Value.AddTicks(-1).Day());
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
    public async Task<ContributionState> SubmitAsync(ContributionRow row, ContentItem item, Guid? actorId, CancellationToken ct)
    {
        if (row.State is not (ContributionState.Draft or ContributionState.Refused))
        {
            throw new RuleException("contribution.already-sent", "Cette contribution est déjà envoyée.");
        }

        var phase = RequireOpen(row.ProcessId);
        Claim(row, item, phase);
        await signing.SignAsync(item, actorId, ct);
        var now = clock.UtcNow();
        row.SubmittedUtc = now;
        var waits = await MustBeReadAsync(row, item, ct);
        db.Publish(new ContributionSubmitted(row.ContentItemId, row.ProcessId, person.RequiredId, waits));
        if (waits)
        {
            await content.SaveDraftAsync(item, ct);
            row.State = ContributionState.Submitted;
            return row.State;
        }

        await content.PublishAsync(item, ct);
        row.UnreadSinceUtc = now;
        return row.State;
    }

    /// <summary>Sends a correction of a published text: it appears at once or after a moderator has read it, as the démarche decides.</summary>
    /// <returns>Whether readers see it.</returns>
    /// <exception cref="RuleException">The étape is over.</exception>
    public async Task<bool> CorrectAsync(ContributionRow row, ContentItem item, CancellationToken ct)
    {
        RequireOpen(row.ProcessId);
        item.Author = person.DisplayName;
        if (await MustBeReadAsync(row, item, ct))
        {
            await content.SaveDraftAsync(item, ct);
            row.CorrectionUtc = clock.UtcNow();
            return false;
        }

        await content.PublishAsync(item, ct);
        row.UnreadSinceUtc = clock.UtcNow();
        return true;
    }

    /// <summary>Whether the author may delete it without a trace: readers never saw it, and no moderator has it before them.</summary>
    public static bool CanBeDiscarded(ContributionRow row) => row is { State: ContributionState.Draft or ContributionState.Refused, PublishedUtc: null };

    /// <summary>Takes a text back that waits for a moderator: a draft again.</summary>
    /// <exception cref="RuleException">Somebody has decided meanwhile.</exception>
    public static void Recall(ContributionRow row)
    {
        if (row.State != ContributionState.Submitted)
        {
            throw new RuleException("contribution.decided", "Ce texte vient d’être lu : rechargez la page.");
        }

        (row.State, row.SubmittedUtc) = (ContributionState.Draft, null);
    }

    /// <summary>A text that nobody has read goes for good, inside the caller's write transaction.</summary>
    /// <exception cref="RuleException">It is already sent.</exception>
    public async Task DiscardAsync(ContributionRow row, CancellationToken ct)
    {
        if (!CanBeDiscarded(row))
        {
            throw new RuleException("contribution.already-sent", "Cette contribution est déjà envoyée.");
        }

        await content.EraseAsync(row.ContentItemId, ct);
        db.Remove(row);
    }

    /// <summary>Takes back one's own text; its address stays and says so.</summary>
    public async Task WithdrawAsync(ContributionRow row, CancellationToken ct)
    {
        (row.State, row.Motive, row.MotiveNote, row.DecidedUtc) = (ContributionState.Removed, Motives.Author, null, clock.UtcNow());
        db.Publish(new ContributionRemoved(row.ContentItemId, row.ProcessId, row.AuthorId, Motives.Author));
        await content.RemoveAsync(row.ContentItemId, ct);
    }

    private void Claim(ContributionRow row, ContentItem item, Phase phase)
    {
        (row.AuthorId, row.BrowserKey) = (person.RequiredId, null);
        (item.Owner, item.Author) = (person.RequiredId, person.DisplayName);
        item.Put(new ContributionPart { ProcessId = row.ProcessId, PhaseId = phase.Id });
    }

    private async Task<bool> MustBeReadAsync(ContributionRow row, ContentItem item, CancellationToken ct)
    {
        var policy = circuits.PolicyOf(processes.Find(row.ProcessId)!);
        return policy == ModerationPolicy.Before
            || (policy == ModerationPolicy.FirstThenAfter && !await HasBeenAccepted.For(db)(db, person.RequiredId, ct))
            || await BringsFilesAsync(item, ct);
    }

    private async Task<bool> BringsFilesAsync(ContentItem item, CancellationToken ct)
    {
        var files = Files(item);
        return files.Count > 0 && !files.IsSubsetOf(await content.FindAsync(item.ContentItemId, ContentVersion.Published, ct) is { } published ? Files(published) : []);
    }

    private static HashSet<string> Files(ContentItem item) =>
        [.. (item.Content[ContributionProjection.ContentType] as JsonObject ?? []).SelectMany(field => field.Value is JsonObject value ? value["Paths"] as JsonArray ?? [] : []).Select(path => path?.ToString()).OfType<string>()];
}
