using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Entries;

/// <summary>Who sent an entry tells of links with the jury: from then on those jurors do not find it any more.</summary>
[SignedIn]
internal sealed class EntryLinksModel(SiteDb db, JuryVerbs verbs, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    /// <summary>The kind of link by the juror's id; empty where there is none.</summary>
    [BindProperty]
    public Dictionary<Guid, string?> Links { get; set; } = [];

    internal Edition Edition { get; private set; } = null!;

    internal Entry Entry { get; private set; } = null!;

    internal IReadOnlyList<Juror> Jurors { get; private set; } = [];

    /// <summary>People of the jury who are kept from the entry by what applicants said.</summary>
    internal IReadOnlySet<string> Told { get; private set; } = new HashSet<string>();

    [TempData]
    public string? Notice { get; set; }

    /// <summary>As long as jurors read, and as jurors do: once no entry can come any more.</summary>
    public static bool AreOpen(Edition edition, Entry entry, DateTime now) =>
        entry.State is EntryState.Submitted or EntryState.Eligible && (edition.Stage == EditionStage.Scoring || (edition.Stage == EditionStage.Call && edition.IsCallOver(now)));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var told = Links.Where(link => !string.IsNullOrEmpty(link.Value)).Select(link => new Conflict
        {
            EditionId = Edition.ContentItemId, EntryId = id, PersonId = Jurors.FirstOrDefault(juror => juror.Id == link.Key)?.PersonId ?? throw Unknown(), Kind = Enum.TryParse<ConflictKind>(link.Value, out var kind) && Enum.IsDefined(kind) ? kind : throw Unknown(),
            Origin = ConflictOrigin.Reported, Path = "signalé par qui dépose le dossier", AtUtc = clock.UtcNow(),
        }).ToList();
        if (told.Count == 0)
        {
            throw new RuleException("conflict.none", "Choisissez un lien pour au moins une personne du jury.");
        }

        db.Audit(new AuditEntry("conflict.told", id.ToString(), person.RequiredId, new { told.Count }));
        await verbs.ReportAsync(Edition.ContentItemId, told, ct);
        Notice = "C’est enregistré : ces personnes ne liront pas votre dossier et ne le noteront pas.";
        return RedirectToPage(new { id });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private static RuleException Unknown() => new("conflict.kind", "Choisissez quel lien.");

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindOwnEntryAsync(id, person.RequiredId, ct) is not var (edition, entry) || !AreOpen(edition, entry, clock.UtcNow()))
        {
            return false;
        }

        (Edition, Entry) = (edition, entry);
        Jurors = await db.Set<Juror>().AsNoTracking().Where(juror => juror.EditionId == edition.ContentItemId && juror.State == JurorState.Accepted && juror.PersonId != null && juror.Name != string.Empty).OrderBy(juror => juror.Name).ToListAsync(ct);
        Told = await db.Set<Conflict>().Where(conflict => conflict.EntryId == id && conflict.Origin == ConflictOrigin.Reported).Select(conflict => conflict.PersonId).ToHashSetAsync(ct);
        return true;
    }
}
