using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Jury;

internal enum SheetProgress
{
    Untouched,
    Begun,
    Given,
    Abstained,
}

internal sealed record DeskLine(Guid EntryId, int Number, EntryText Text, SheetProgress Progress, decimal? Total);

/// <summary>All that a juror has to do, on one screen. Six queries, however many entries there are.</summary>
[SignedIn]
internal sealed class DeskModel(SiteDb db, JurorSpace space, TimeProvider clock) : PageModel
{
    internal Seat Seat { get; private set; } = null!;

    internal IReadOnlyList<DeskLine> Lines { get; private set; } = [];

    /// <summary>How many entries are kept from this juror; which ones, they are not told.</summary>
    public int Recused { get; private set; }

    public int Left => Lines.Count(line => line.Progress is SheetProgress.Untouched or SheetProgress.Begun);

    public DateTime Now => clock.UtcNow();

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken ct)
    {
        if (await space.FindAsync(edition, ct) is not { } seat)
        {
            return NotFound();
        }

        Seat = seat;
        Recused = await db.RecusedAsync(seat.Juror.PersonId!, edition, ct);
        if (seat.MayRead)
        {
            await ReadAsync(seat, seat.Juror.Id, ct);
        }

        return Page();
    }

    private async Task ReadAsync(Seat seat, Guid juror, CancellationToken ct)
    {
        var entries = await space.Assigned(seat).OrderBy(entry => entry.Number).Select(entry => new { entry.Id, entry.Number }).ToListAsync(ct);
        var texts = await db.LastSentAsync(entries.ConvertAll(entry => entry.Id), ct);
        var sheets = await db.Set<Sheet>().AsNoTracking().Where(sheet => sheet.JurorId == juror).ToDictionaryAsync(sheet => sheet.EntryId, ct);
        var begun = await db.Set<Mark>().Where(mark => mark.JurorId == juror).Select(mark => mark.EntryId).Distinct().ToHashSetAsync(ct);
        var rule = ScoringRule.Read(seat.Edition.Rule!);
        Lines = [.. entries.Select(entry =>
        {
            var sheet = sheets.GetValueOrDefault(entry.Id);
            var progress = sheet is { Abstained: true } ? SheetProgress.Abstained : sheet is not null ? SheetProgress.Given : begun.Contains(entry.Id) ? SheetProgress.Begun : SheetProgress.Untouched;
            return new DeskLine(entry.Id, entry.Number!.Value, texts[entry.Id], progress, sheet is { Abstained: false } ? rule.Rounding.Round(rule.Total(SheetText.Read(sheet.Content).Marks)!.Value) : null);
        })];
    }
}
