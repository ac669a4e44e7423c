using EssConsult.Accounts.Contracts;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Paper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Voting.Features.Desk;

/// <summary>A batch as it was entered, for the second person: read, compared with who signed off, confirmed or taken back.</summary>
[RequirePermission(Permissions.KeepVotingDesk)]
internal sealed class BatchModel(SiteDb db, PaperBatches batches, IPeople people, IStringLocalizer words, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty]
    public string? Difference { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    internal Ballot Ballot { get; private set; } = null!;

    internal BallotRule Rule { get; private set; } = null!;

    internal PaperBatch Batch { get; private set; } = null!;

    internal BoxBatch Read { get; private set; } = null!;

    internal Reconciliation Reconciled { get; private set; } = null!;

    public string EnteredBy { get; private set; } = string.Empty;

    public string ConfirmedBy { get; private set; } = string.Empty;

    public bool IsMine => Batch.EnteredById == person.RequiredId;

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid batch, CancellationToken ct) => await FindAsync(id, batch, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, Guid batch, CancellationToken ct)
    {
        if (!await FindAsync(id, batch, ct))
        {
            return NotFound();
        }

        await batches.ConfirmAsync(id, batch, Revision, Difference, ct);
        Notice = "Lot confirmé.";
        return RedirectToPage(new { id, batch });
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id, Guid batch, CancellationToken ct)
    {
        if (!await FindAsync(id, batch, ct))
        {
            return NotFound();
        }

        await batches.DropAsync(id, batch, Revision, ct);
        Notice = "Lot retiré.";
        return RedirectToPage("/EssConsult.Voting/Desk/Desk", new { id });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), Guid.Parse(RouteData.Values["batch"]!.ToString()!), ct);
    }

    private async Task<bool> FindAsync(Guid id, Guid batch, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { } ballot || await db.Set<PaperBatch>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == batch && row.BallotId == id, ct) is not { } found)
        {
            return false;
        }

        (Ballot, Rule, Batch, Read) = (ballot, ballot.Plan, found, PaperBatches.Read(found));
        Reconciled = await db.ReconcileAsync(id, ct);
        var names = await people.NamesAsync(new[] { found.EnteredById, found.ConfirmedById }.OfType<string>(), ct);
        string NameOf(string? personId) => personId is not null && names.TryGetValue(personId, out var name) ? name.DisplayName : words["quelqu’un"];
        (EnteredBy, ConfirmedBy) = (NameOf(found.EnteredById), NameOf(found.ConfirmedById));
        return true;
    }
}
