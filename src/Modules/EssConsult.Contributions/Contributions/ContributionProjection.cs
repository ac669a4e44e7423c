using System.Security.Cryptography;
using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>Keeps the record of a contribution in step with its content item, in the same transaction.</summary>
internal sealed class ContributionProjection(SiteDb db, IMarkup markup, IProcesses processes, TimeProvider clock) : IContentHandler
{
    public const string ContentType = "Contribution";
    private const int ExtractLength = 240;
    private readonly Dictionary<string, bool> demoOf = [];

    public async Task ChangedAsync(ContentChange change, CancellationToken ct)
    {
        var item = change.Item;
        if (item.ContentType != ContentType)
        {
            return;
        }

        var row = (change.IsNew ? null : await db.FindContributionAsync(item.ContentItemId, ct)) ?? db.Add(NewRow(item)).Entity;
        if (row.State is ContributionState.Published && (change.Act == ContentAct.SaveDraft || change is { Act: ContentAct.Import, Item.Published: false }))
        {
            return;
        }

        Describe(row, item);
        row.IsDemo = await IsDemoAsync(row.ProcessId, ct);
        if (change.Act == ContentAct.Import)
        {
            row.State = item.Published ? ContributionState.Published : row.State;
            row.PublishedUtc = item.PublishedUtc;
            row.SubmittedUtc ??= item.PublishedUtc;
        }
        else
        {
            Move(row, change.Act);
        }
    }

    private void Move(ContributionRow row, ContentAct act)
    {
        switch (act)
        {
            case ContentAct.Publish:
                if (row.State != ContributionState.Published)
                {
                    db.Publish(new ContributionPublished(row.ContentItemId, row.ProcessId, row.AuthorId, Moderated: row.State == ContributionState.Submitted));
                }

                (row.State, row.CorrectionUtc) = (ContributionState.Published, null);
                (row.DecidedUtc, row.Motive, row.MotiveNote) = (null, null, null);
                row.PublishedUtc ??= clock.UtcNow();
                break;

            // By an administrator: out of sight, and before the moderators again.
            case ContentAct.Unpublish when row.State == ContributionState.Published:
                (row.State, row.UnreadSinceUtc, row.CorrectionUtc) = (ContributionState.Submitted, null, null);
                row.SubmittedUtc ??= clock.UtcNow();
                break;

            // By an administrator: a moderator gives a motive, and has moved it already.
            case ContentAct.Remove when row.State == ContributionState.Published:
                (row.State, row.DecidedUtc, row.Motive) = (ContributionState.Removed, clock.UtcNow(), nameof(Motive.Other));
                db.Publish(new ContributionRemoved(row.ContentItemId, row.ProcessId, row.AuthorId, nameof(Motive.Other)));
                break;

            case ContentAct.Remove when row.State is ContributionState.Submitted:
                (row.State, row.DecidedUtc, row.Motive) = (ContributionState.Removed, clock.UtcNow(), nameof(Motive.Other));
                break;
        }
    }

    private void Describe(ContributionRow row, ContentItem item)
    {
        var part = item.Part<ContributionPart>();
        row.ProcessId = part?.ProcessId ?? row.ProcessId;
        row.PhaseId = part?.PhaseId ?? row.PhaseId;
        row.ActorId = Guid.TryParse(part?.ActorId, out var actorId) ? actorId : null;
        row.AuthorId = item.Owner ?? row.AuthorId;
        row.AuthorName = item.Author;
        row.Title = item.DisplayText ?? string.Empty;
        row.Path = item.Part<AutoroutePart>()?.Path ?? string.Empty;
        var body = item.Part<MarkdownBodyPart>()?.Markdown;
        row.Extract = markup.PlainText(body, ExtractLength);
        row.WordsKey = TextKey.Of(row.Title + " " + markup.PlainText(body));
        row.SectorId = item.FieldTerm(ContentType, "Sector");
        row.TerritoryId = item.FieldTerm(ContentType, "Territory");
    }

    // A recipe brings the démarche and its contributions before the book in memory hears of them.
    private async Task<bool> IsDemoAsync(string processId, CancellationToken ct)
    {
        if (processes.Find(processId) is { } known)
        {
            return known.IsDemo;
        }

        if (!demoOf.TryGetValue(processId, out var isDemo))
        {
            var row = db.Set<ContentRow>().Local.FirstOrDefault(row => row.ContentItemId == processId && row.Published)
                ?? await db.Set<ContentRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == processId && row.Published, ct);
            demoOf[processId] = isDemo = row is not null && ProcessReader.IsDemo(row.Json);
        }

        return isDemo;
    }

    private ContributionRow NewRow(ContentItem item) => new()
    {
        ContentItemId = item.ContentItemId,
        ProcessId = item.Part<ContributionPart>()?.ProcessId ?? string.Empty,
        CreatedUtc = item.CreatedUtc ?? clock.UtcNow(),
        RandomKey = RandomNumberGenerator.GetInt32(int.MaxValue),
    };
}

internal static class ContributionQueries
{
    private static readonly CompiledQuery<Func<SiteDb, string, CancellationToken, Task<ContributionRow?>>> Stored = new(() => EF.CompileAsyncQuery(
        (SiteDb db, string contentItemId, CancellationToken ct) => db.Set<ContributionRow>().FirstOrDefault(row => row.ContentItemId == contentItemId)));

    /// <summary>The tracked record, staged or stored.</summary>
    /// <param name="contentItemId">Null where an address or a form names none.</param>
    public static async Task<ContributionRow?> FindContributionAsync(this SiteDb db, string? contentItemId, CancellationToken ct) =>
        contentItemId is null ? null : db.Set<ContributionRow>().Local.FindEntry(contentItemId)?.Entity ?? await Stored.For(db)(db, contentItemId, ct);

    /// <summary>Published in a démarche that is not archived, without a final answer.</summary>
    public static IQueryable<ContributionRow> Unanswered(this IQueryable<ContributionRow> rows, IProcesses processes)
    {
        var archived = processes.All.Where(process => process.IsArchived).Select(process => process.Id).ToList();
        return rows.Published().Where(row => (row.AnswerState == null || row.AnswerState == nameof(AnswerState.UnderReview)) && !archived.Contains(row.ProcessId));
    }

    public static IQueryable<ContributionRow> Published(this IQueryable<ContributionRow> rows) => rows.Where(row => row.State == ContributionState.Published);
}
