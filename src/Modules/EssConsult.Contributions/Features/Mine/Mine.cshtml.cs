using EssConsult.Contributions.Circuits;
using EssConsult.Workflows.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.Mine;

/// <summary>« Mes contributions »: drafts to take up again, texts being read, published, refused with the motive.</summary>
[SignedIn]
internal sealed class MineModel(MyContributions mine, ContributionWriting writing, SiteDb db, IProcesses processes, TimeProvider clock, IWorkflows workflows) : PageModel, IReloadsForm
{
    public static readonly IReadOnlyList<(string Key, ContributionState State, string Label)> Tabs =
    [
        ("brouillons", ContributionState.Draft, "Brouillons"),
        ("envoyees", ContributionState.Submitted, "En attente de lecture"),
        ("publiees", ContributionState.Published, "Publiées"),
        ("refusees", ContributionState.Refused, "Non publiées"),
        ("retirees", ContributionState.Removed, "Retirées"),
    ];

    public PageOfMyContributions Found { get; private set; } = null!;

    public string? Tab { get; private set; }

    public string? Done { get; private set; }

    public async Task OnGetAsync(string? etat, string? fait, [FromQuery(Name = "page")] int? page, CancellationToken ct)
    {
        var chosen = Tabs.FirstOrDefault(tab => tab.Key == etat);
        (Tab, Done) = (chosen.Key, fait);
        Found = await mine.ReadAsync(chosen.Key is null ? null : chosen.State, page ?? 1, ct);
    }

    /// <summary>Takes a text back from the moderators, to change or delete it.</summary>
    public async Task<IActionResult> OnPostRecallAsync(string id, CancellationToken ct)
    {
        if (await writing.FindOwnAsync(id, browserKey: null, ct) is not { } row)
        {
            return NotFound();
        }

        ContributionWriting.Recall(row);
        await workflows.GiveUpAsync(ContributionEvent.Submitted, row.ContentItemId, ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Url.Content($"~/contribuer/{id}"));
    }

    public Task ReloadAsync(CancellationToken ct) => OnGetAsync(null, null, null, ct);

    public Process? ProcessOf(ContributionRow row) => processes.Find(row.ProcessId);

    public bool CanStillBeSent(ContributionRow row) => ProcessOf(row)?.WritingPhase(clock.UtcNow()) is not null;

    public string PageUrl(int number) => "~/compte/contributions?" + (Tab is null ? "" : $"etat={Tab}&") + $"page={number}";
}
