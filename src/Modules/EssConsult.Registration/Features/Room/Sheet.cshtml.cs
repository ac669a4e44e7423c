using EssConsult.Registration.Events;
using EssConsult.Registration.Room;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Registration.Features.Room;

/// <summary>A table's sheet, written by whoever holds its link; without an account, and with a network that comes and goes.</summary>
[Public]
internal sealed class SheetModel(SiteDb db, SheetWriting writing, ITaxonomies taxonomies, TimeProvider clock) : PageModel, IReloadsForm
{
    private const int FewestShown = 3;

    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    [BindProperty]
    public SheetForm Form { get; set; } = new();

    internal TableSheet Sheet { get; private set; } = null!;

    internal List<SheetProposal> Proposals { get; private set; } = [];

    public EventRow Event { get; private set; } = null!;

    public IReadOnlyList<Term> Sectors => taxonomies.Find("secteurs")?.Terms ?? [];

    /// <summary>What is written, then empty ones: without a script nobody has to ask for more.</summary>
    public int Shown => Math.Min(TableSheet.MostProposals, Math.Max(FewestShown, Form.Proposals.Count + 1));

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Show();
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(Save, "Brouillon enregistré", ct);

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) => ActAsync(
        () =>
        {
            Save();
            writing.Confirm(Sheet, Proposals, Form.Agreed, Form.ConfirmedBy);
        },
        "Merci : la table a confirmé sa fiche.",
        ct);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken ct) => ActAsync(() => SheetWriting.Reopen(Sheet), "La fiche est rouverte : relisez-la, puis confirmez-la de nouveau.", ct);

    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Save();
        await db.SaveChangesAsync(ct);
        return new JsonResult(new { revision = Sheet.Revision, time = clock.UtcNow().Hour() });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(ct);
    }

    private void Save() => writing.Save(Sheet, Proposals, Form.Read(), Form.Revision, Form.Writer);

    private void Show()
    {
        Form.Revision = Sheet.Revision;
        Form.Proposals = [.. Proposals.Select(proposal => new ProposalForm { Title = proposal.Title, Text = proposal.Text, SectorId = proposal.SectorId })];
    }

    private async Task<IActionResult> ActAsync(Action act, string notice, CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        act();
        await db.SaveChangesAsync(ct);
        Notice = notice;
        return RedirectToPage(new { jeton = Token });
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await writing.FindAsync(Token, ct) is not { } found || await db.FindEventAsync(found.Sheet.EventId, ct) is not { } row)
        {
            return false;
        }

        (Sheet, Proposals, Event) = (found.Sheet, found.Proposals, row);
        return true;
    }
}
