using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Admin;

internal sealed record RankingLine(RankedEntry Result, EntryText Text, Award? Award);

/// <summary>The ranking once scoring is closed, and what the jury makes of it. Whoever is recused from an entry sees no ranking: the others' ranks would tell of it.</summary>
[RequirePermission(Permissions.ManagePrize)]
internal sealed class AdminRankingModel(SiteDb db, EditionVerbs verbs, RankingBook book, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty]
    public Guid EntryId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Citation { get; set; }

    internal Edition Edition { get; private set; } = null!;

    internal Ranking Ranking { get; private set; } = null!;

    internal IReadOnlyList<RankingLine> Lines { get; private set; } = [];

    /// <summary>Reckoned only where it is shown.</summary>
    internal RankingInsight Insight => field ??= RankingInsight.Of(Ranking, Edition.RuleHash!, recusedPairs);

    /// <summary>By juror.</summary>
    internal IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    private HashSet<(Guid EntryId, Guid JurorId)> recusedPairs = [];

    internal Public.PublicStanding? Public { get; private set; }

    internal EditionResult? Frozen { get; private set; }

    public int Recused { get; private set; }

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostFreezeAsync(string id, CancellationToken ct) => ActAsync(id, () => verbs.FreezeAsync(id, ct), "Le classement est arrêté.", ct);

    public Task<IActionResult> OnPostAwardAsync(string id, CancellationToken ct) => ActAsync(id, () => Lines.Any(line => line.Result.EntryId == EntryId) ? verbs.AwardAsync(id, EntryId, Name, Citation, ct) : throw new RuleException("prize.which", "Choisissez un dossier."), "C’est noté.", ct);

    public Task<IActionResult> OnPostAnnounceAsync(string id, CancellationToken ct) => ActAsync(id, () => verbs.AnnounceAsync(id, ct), "Le palmarès est publié.", ct);

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["id"]!.ToString()!, ct);
    }

    private async Task<IActionResult> ActAsync(string id, Func<Task> verb, string notice, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || Recused > 0)
        {
            return NotFound();
        }

        await verb();
        Notice = notice;
        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == id, ct) is not { Stage: EditionStage.Deliberation or EditionStage.Announced, JuryErasedUtc: null } edition)
        {
            return false;
        }

        Edition = edition;
        Recused = await db.RecusedAsync(person.RequiredId, id, ct);
        Frozen = await db.Set<EditionResult>().AsNoTracking().FirstOrDefaultAsync(result => result.EditionId == id, ct);
        var found = await book.ReadAsync(edition, ct);
        Ranking = found.Ranking;
        Public = await EssConsult.Prize.Public.PublicStanding.ReadAsync(db, edition, Ranking, ct);
        var open = await db.OpenTo(person.RequiredId, id).Select(entry => entry.Id).ToHashSetAsync(ct);
        var texts = await db.LastSentAsync(open, ct);
        var awards = await db.Set<Award>().AsNoTracking().Where(award => award.EditionId == id).ToDictionaryAsync(award => award.EntryId, ct);
        Names = await db.Set<Juror>().Where(juror => juror.EditionId == id).ToDictionaryAsync(juror => juror.Id, juror => juror.Name, ct);
        recusedPairs = (await db.Set<JuryPair>().Where(pair => pair.EditionId == id && pair.Standing == Standing.Recused).Select(pair => new { pair.EntryId, pair.JurorId }).ToListAsync(ct)).Select(pair => (pair.EntryId, pair.JurorId)).ToHashSet();
        Lines = [.. Ranking.Entries.Where(entry => open.Contains(entry.EntryId)).Select(entry => new RankingLine(entry, texts[entry.EntryId], awards.GetValueOrDefault(entry.EntryId)))];
        return true;
    }
}
