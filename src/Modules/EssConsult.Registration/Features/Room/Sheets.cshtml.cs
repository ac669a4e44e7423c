using EssConsult.Registration.Events;
using EssConsult.Registration.Room;
using EssConsult.Registration.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Room;

/// <summary>The sheets of an event's tables: opened, read, published as contributions. Four queries, however many there are.</summary>
[RequirePermission(Permissions.ManageEvents)]
internal sealed class SheetsModel(SiteDb db, SheetWriting writing, SheetPublishing publishing, SheetLinks links, EssConsult.Mail.Contracts.ISiteAddress address, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty]
    public int Count { get; set; } = 10;

    [BindProperty]
    public string? Phase { get; set; }

    public EventRow Event { get; private set; } = null!;

    internal IReadOnlyList<(TableSheet Sheet, IReadOnlyList<SheetProposal> Proposals)> Sheets { get; private set; } = [];

    internal IReadOnlyList<OpenPhase> Phases { get; private set; } = [];

    [TempData]
    public string? Notice { get; set; }

    [BindProperty(SupportsGet = true, Name = "imprimer")]
    public bool Prints { get; set; }

    internal string Link(TableSheet sheet) => address.Absolute(links.ToWrite(sheet));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var planned = await db.Set<StoredPlan>().Where(plan => plan.EventId == id).Select(plan => (int?)plan.Tables).FirstOrDefaultAsync(ct);
        Count = Sheets.Count > 0 ? Sheets.Count : planned ?? Count;
        return Page();
    }

    public Task<IActionResult> OnPostOpenAsync(string id, CancellationToken ct) => ActAsync(id, "Les fiches sont ouvertes : donnez à chaque table son lien.", async () =>
    {
        await writing.OpenAsync(id, Count, ct);
        db.Audit(new AuditEntry("sheets.opened", id, person.RequiredId, new { Tables = Count }));
    }, ct);

    public Task<IActionResult> OnPostLinkAsync(string id, Guid sheet, CancellationToken ct) => ActAsync(id, "La table a un nouveau lien ; l’ancien n’ouvre plus rien.", () => OneAsync(id, sheet, "sheet.link-changed", found => found.ChangeLink(), ct), ct);

    public Task<IActionResult> OnPostReopenAsync(string id, Guid sheet, CancellationToken ct) => ActAsync(id, "La fiche est rouverte : la table peut la corriger.", () => OneAsync(id, sheet, "sheet.reopened", SheetWriting.Reopen, ct), ct);

    /// <summary>One sheet, or every confirmed one.</summary>
    public Task<IActionResult> OnPostPublishAsync(string id, Guid? sheet, CancellationToken ct) => ActAsync(id, "Les propositions sont publiées parmi les contributions.", async () =>
    {
        var confirmed = await db.Set<TableSheet>().Where(row => row.EventId == id && (sheet == null ? row.State == SheetState.Confirmed : row.Id == sheet)).OrderBy(row => row.Table).ToListAsync(ct);
        if (confirmed.Count == 0)
        {
            throw new RuleException("sheet.none-confirmed", "Aucune fiche n’est confirmée par sa table.");
        }

        foreach (var (published, made) in await publishing.PublishAsync(Event, confirmed, Phase, ct))
        {
            db.Audit(new AuditEntry("sheet.published", id, person.RequiredId, new { Id = published, Contributions = made }));
        }
    }, ct);

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["id"]!.ToString()!, ct);
    }

    private async Task OneAsync(string id, Guid sheet, string act, Action<TableSheet> verb, CancellationToken ct)
    {
        var found = await db.Set<TableSheet>().FirstOrDefaultAsync(row => row.Id == sheet && row.EventId == id, ct) ?? throw new RuleException("sheet.unknown", "Cette fiche n’existe plus.");
        verb(found);
        db.Audit(new AuditEntry(act, id, person.RequiredId, new { found.Id }));
    }

    private async Task<IActionResult> ActAsync(string id, string notice, Func<Task> act, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } row)
        {
            return NotFound();
        }

        Event = row;
        await act();
        await db.SaveChangesAsync(ct);
        Notice = notice;
        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } row)
        {
            return false;
        }

        Event = row;
        var sheets = await db.Set<TableSheet>().AsNoTracking().Where(sheet => sheet.EventId == id).OrderBy(sheet => sheet.Table).ToListAsync(ct);
        var proposals = (await db.Set<SheetProposal>().AsNoTracking().Where(proposal => db.Set<TableSheet>().Any(sheet => sheet.Id == proposal.SheetId && sheet.EventId == id)).OrderBy(proposal => proposal.Position).ToListAsync(ct)).ToLookup(proposal => proposal.SheetId);
        Sheets = [.. sheets.Select(sheet => (sheet, (IReadOnlyList<SheetProposal>)[.. proposals[sheet.Id]]))];
        Phases = publishing.PhasesFor(row);
        return true;
    }
}
