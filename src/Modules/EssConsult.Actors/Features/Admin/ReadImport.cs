using EssConsult.Actors.Import;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features.Admin;

/// <summary>Which lines of a report to show.</summary>
internal sealed record ImportFilter(LineOutcome? Outcome, bool OnlyRemarked);

internal sealed record ImportPage(ActorImport Import, IReadOnlyList<ActorImportLine> Lines, int Number, int PageCount);

internal sealed class ReadImportHandler(SiteDb db)
{
    public const int PageSize = 100;

    public async Task<IReadOnlyList<ActorImport>> RecentAsync(CancellationToken ct) =>
        await Imports().OrderByDescending(import => import.AtUtc).Take(20).ToListAsync(ct);

    public async Task<ImportPage?> ReadAsync(Guid id, ImportFilter filter, int number, CancellationToken ct)
    {
        if (await Imports().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } import)
        {
            return null;
        }

        var matching = Lines(id, filter);
        var pages = Math.Max(1, (await matching.CountAsync(ct) + PageSize - 1) / PageSize);
        var page = Math.Clamp(number, 1, pages);
        return new ImportPage(import, await matching.OrderBy(line => line.Rank).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct), page, pages);
    }

    /// <summary>Every line, for the report as a file.</summary>
    public IAsyncEnumerable<ActorImportLine> AllAsync(Guid id) => Lines(id, new ImportFilter(null, false)).OrderBy(line => line.Rank).AsAsyncEnumerable();

    // Without the file itself, which may be large; only whether it is still there.
    private IQueryable<ActorImport> Imports() => db.Set<ActorImport>().AsNoTracking().Select(import => new ActorImport
    {
        Id = import.Id, FileName = import.FileName, ById = import.ById, AtUtc = import.AtUtc, AsProposals = import.AsProposals, State = import.State,
        Lines = import.Lines, Created = import.Created, Updated = import.Updated, Unchanged = import.Unchanged, Repeated = import.Repeated, Refused = import.Refused,
        FlaggedLines = import.FlaggedLines, LeftOut = import.LeftOut, Content = import.Content == null ? null : Array.Empty<byte>(),
    });

    private IQueryable<ActorImportLine> Lines(Guid id, ImportFilter filter)
    {
        var lines = db.Set<ActorImportLine>().AsNoTracking().Where(line => line.ImportId == id);
        lines = filter.Outcome is { } outcome ? lines.Where(line => line.Outcome == outcome) : lines;
        return filter.OnlyRemarked ? lines.Where(line => line.RemarksJson != null) : lines;
    }
}
