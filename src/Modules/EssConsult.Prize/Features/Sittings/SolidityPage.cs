using EssConsult.JuryStatistics.Robustness;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using EssConsult.Prize.Sittings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Sittings;

/// <summary>How solid the recorded ranking is, and what other weights would make of it: simulations without effect. Not for who is recused.</summary>
internal abstract class SolidityPage(SiteDb db, RankingBook book, SittingVerbs sittings, CurrentPerson person) : PageModel, IReloadsForm
{
    /// <summary>By the criterion's id.</summary>
    [BindProperty]
    public Dictionary<string, decimal?> Weights { get; set; } = [];

    internal Edition Edition { get; private set; } = null!;

    internal Ranking Ranking { get; private set; } = null!;

    internal IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    internal IReadOnlyList<EntryReach> Reaches => field ??= RankingSolidity.Reaches(Ranking);

    /// <summary>Null before something was tried.</summary>
    internal IReadOnlyList<(Guid EntryId, WhatIfPlace Place)>? Tried { get; private set; }

    public abstract string Address { get; }

    protected string EditionId => (RouteData.Values["edition"] ?? RouteData.Values["id"])!.ToString()!;

    /// <returns>Null where this person has no door here.</returns>
    protected abstract Task<Edition?> EnterAsync(CancellationToken ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var weights = Ranking.Rule.Counting.ToDictionary(criterion => criterion.Id, criterion => Weights.GetValueOrDefault(criterion.Id) ?? criterion.Weight);
        await sittings.SimulateAsync(EditionId, weights, ct);
        Tried = RankingSolidity.WhatIf(Ranking, weights);
        return Page();
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(ct);
    }

    /// <summary>Reads more than the ranking, if the page shows more.</summary>
    protected virtual Task ReadAsync(CancellationToken ct) => Task.CompletedTask;

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await EnterAsync(ct) is not { Stage: EditionStage.Deliberation or EditionStage.Announced, JuryErasedUtc: null } edition || await db.RecusedAsync(person.RequiredId, EditionId, ct) > 0 || !await db.Set<EditionResult>().AnyAsync(result => result.EditionId == EditionId, ct))
        {
            return false;
        }

        Edition = edition;
        Ranking = (await book.ReadAsync(edition, ct)).Ranking;
        Titles = (await db.LastSentAsync([.. Ranking.Entries.Select(entry => entry.EntryId)], ct)).ToDictionary(entry => entry.Key, entry => entry.Value.Title);
        await ReadAsync(ct);
        return true;
    }
}
