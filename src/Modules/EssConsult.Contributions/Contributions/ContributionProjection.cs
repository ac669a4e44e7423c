using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>Keeps the record of a contribution in step with its content item, in the same transaction.</summary>
internal sealed class ContributionProjection(SiteDb db, IMarkup markup, IProcesses processes, TimeProvider clock) : IContentHandler
{
    public const string ContentType = "Contribution";
    private const int ExtractLength = 240;

    public async Task ChangedAsync(ContentChange change, CancellationToken ct)
    {
        var item = change.Item;
        if (item.ContentType != ContentType)
        {
            return;
        }

        var row = await db.FindContributionAsync(item.ContentItemId, ct) ?? db.Add(NewRow(item)).Entity;
        if (change.Act is ContentAct.SaveDraft && row.State is ContributionState.Published)
        {
            return;
        }

        Describe(row, item);
        if (change.Act == ContentAct.Import)
        {
            row.State = item.Published ? ContributionState.Published : row.State;
            row.PublishedUtc = item.PublishedUtc;
            row.SubmittedUtc ??= item.PublishedUtc;
        }
        else if (change.Act == ContentAct.Publish)
        {
            row.State = ContributionState.Published;
            row.PublishedUtc ??= clock.UtcNow();
        }
        else if (change.Act == ContentAct.Remove && row.State == ContributionState.Published)
        {
            row.State = ContributionState.Removed;
            row.DecidedUtc ??= clock.UtcNow();
        }
    }

    private void Describe(ContributionRow row, ContentItem item)
    {
        var part = item.Part<ContributionPart>();
        row.ProcessId = part?.ProcessId ?? row.ProcessId;
        row.PhaseId = part?.PhaseId ?? row.PhaseId;
        row.AuthorId = item.Owner ?? row.AuthorId;
        row.AuthorName = item.Author;
        row.Title = item.DisplayText ?? string.Empty;
        row.Path = item.Part<AutoroutePart>()?.Path ?? string.Empty;
        row.Extract = markup.PlainText(item.Part<MarkdownBodyPart>()?.Markdown, ExtractLength);
        row.SectorId = item.FieldTerm(ContentType, "Sector");
        row.TerritoryId = item.FieldTerm(ContentType, "Territory");
        row.IsDemo = processes.Find(row.ProcessId)?.IsDemo ?? row.IsDemo;
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
    /// <summary>The tracked record, staged or stored.</summary>
    public static async Task<ContributionRow?> FindContributionAsync(this SiteDb db, string contentItemId, CancellationToken ct) =>
        await db.Set<ContributionRow>().FindAsync([contentItemId], ct);

    public static IQueryable<ContributionRow> Published(this IQueryable<ContributionRow> rows) => rows.Where(row => row.State == ContributionState.Published);
}
