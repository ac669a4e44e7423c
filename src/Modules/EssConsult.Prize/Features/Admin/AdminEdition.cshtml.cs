using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Admin;

/// <summary>How far a juror is: counted over what is theirs, never what they gave.</summary>
internal sealed record JurorLine(Juror Juror, int Assigned, int Given);

/// <summary>What may be a link, of an entry that this person may know of.</summary>
internal sealed record HintLine(LinkHint Hint, string Juror, int Number, string Title);

/// <summary>An edition from the team's side: where it stands, what is to be done next, who is of the jury.</summary>
[RequirePermission(Permissions.ManagePrize)]
internal sealed class AdminEditionModel(SiteDb db, EditionVerbs verbs, JuryVerbs jury, EditionCopy copy, IContentStore content, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    [BindProperty]
    public NewJuror New { get; set; } = new();

    internal Edition Edition { get; private set; } = null!;

    /// <summary>Entries by state, without those that this person is recused from.</summary>
    internal IReadOnlyDictionary<EntryState, int> Entries { get; private set; } = new Dictionary<EntryState, int>();

    internal IReadOnlyList<JurorLine> Jury { get; private set; } = [];

    internal IReadOnlyList<HintLine> Hints { get; private set; } = [];

    internal ScoringRule Rule { get; private set; } = null!;

    public int Recused { get; private set; }

    public DateTime Now => clock.UtcNow();

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostOpenAsync(string id, CancellationToken ct) => ActAsync(id, () => verbs.OpenScoringAsync(id, ct), "La notation est ouverte : la règle est figée, le jury est prévenu.", ct);

    public Task<IActionResult> OnPostCloseAsync(string id, CancellationToken ct) => ActAsync(id, () => verbs.CloseScoringAsync(id, person.RequiredId, ct), "La notation est close.", ct);

    public Task<IActionResult> OnPostGalleryAsync(string id, bool show, CancellationToken ct) => ActAsync(id, () => verbs.ShowGalleryAsync(id, show, ct), show ? "La galerie est ouverte à tout le monde." : "La galerie est fermée.", ct);

    public Task<IActionResult> OnPostInviteAsync(string id, CancellationToken ct) => ActAsync(id, () => jury.InviteAsync(Edition, New.Name, New.Email, New.Organisation, ct), "Invitation envoyée.", ct);

    public Task<IActionResult> OnPostPresideAsync(string id, Guid juror, CancellationToken ct) => ActOnJurorAsync(id, juror, found => jury.PresideAsync(found, ct), "Présidence confiée.", ct);

    public Task<IActionResult> OnPostRemindAsync(string id, Guid juror, CancellationToken ct) => ActOnJurorAsync(id, juror, found => jury.RemindAsync(found, ct), "Invitation envoyée de nouveau.", ct);

    public Task<IActionResult> OnPostRemoveAsync(string id, Guid juror, CancellationToken ct) => ActOnJurorAsync(id, juror, found => jury.LeaveAsync(found, person.RequiredId, ct), "Cette personne n’est plus dans le jury.", ct);

    public async Task<IActionResult> OnPostHintAsync(string id, Guid hint, bool isLink, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || Hints.FirstOrDefault(line => line.Hint.Id == hint) is not { } found)
        {
            return NotFound();
        }

        await jury.DecideAsync(await db.Set<LinkHint>().FirstAsync(row => row.Id == found.Hint.Id, ct), isLink, ct);
        Notice = isLink ? "Déport enregistré." : "C’est noté : sans suite.";
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostCopyAsync(string id, CancellationToken ct) => !person.Can("EditContent") ? Forbid() : await copy.MakeAsync(id, ct) is { } made ? LocalRedirect($"{Request.PathBase}/admin/contenus/{made}") : NotFound();

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["id"]!.ToString()!, ct);
    }

    private async Task<IActionResult> ActOnJurorAsync(string id, Guid juror, Func<Juror, Task> verb, string notice, CancellationToken ct) =>
        await db.Set<Juror>().FirstOrDefaultAsync(row => row.Id == juror && row.EditionId == id, ct) is { } found ? await ActAsync(id, () => verb(found), notice, ct) : NotFound();

    private async Task<IActionResult> ActAsync(string id, Func<Task> verb, string notice, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await verb();
        Notice = notice;
        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await db.Set<Edition>().FirstOrDefaultAsync(row => row.ContentItemId == id, ct) is not { } edition || (await content.FindAsync(id, ContentVersion.Published, ct) ?? await content.FindAsync(id, ContentVersion.Latest, ct)) is not { } item)
        {
            return false;
        }

        Edition = edition;
        Rule = edition.Rule is { } frozen ? ScoringRule.Read(frozen) : EditionReader.Rule(item);
        Entries = await db.OpenTo(person.RequiredId, id).GroupBy(entry => entry.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        Recused = await db.RecusedAsync(person.RequiredId, id, ct);

        // Counted over the entries that this person may know of: a total would tell of the others.
        var open = db.OpenTo(person.RequiredId, id).Select(entry => entry.Id);
        var lines = await db.Set<Juror>().AsNoTracking().Where(juror => juror.EditionId == id).OrderBy(juror => juror.InvitedUtc).Take(500).Select(juror => new
        {
            juror, Assigned = db.Set<JuryPair>().Count(pair => pair.JurorId == juror.Id && pair.Standing == Standing.Assigned && open.Contains(pair.EntryId)), Given = db.Set<Sheet>().Count(sheet => sheet.JurorId == juror.Id && open.Contains(sheet.EntryId)),
        }).ToListAsync(ct);
        Hints = edition.Stage is EditionStage.Call or EditionStage.Scoring ? await HintsAsync(id, open, ct) : [];
        Jury = [.. lines.Select(line => new JurorLine(line.juror, line.Assigned, line.Given))];
        return true;
    }

    private async Task<IReadOnlyList<HintLine>> HintsAsync(string id, IQueryable<Guid> open, CancellationToken ct)
    {
        var pending = await db.Set<LinkHint>().AsNoTracking().Where(hint => hint.EditionId == id && hint.State == HintState.Pending && open.Contains(hint.EntryId)).OrderBy(hint => hint.AtUtc).Take(200)
            .Select(hint => new { hint, Juror = db.Set<Juror>().Where(juror => juror.EditionId == id && juror.PersonId == hint.PersonId).Select(juror => juror.Name).FirstOrDefault(), Number = db.Set<Entry>().Where(entry => entry.Id == hint.EntryId).Select(entry => entry.Number!.Value).First() }).ToListAsync(ct);
        var texts = await db.LastSentAsync([.. pending.Select(line => line.hint.EntryId).Distinct()], ct);
        return [.. pending.Select(line => new HintLine(line.hint, line.Juror ?? string.Empty, line.Number, texts[line.hint.EntryId].Title))];
    }
}

internal sealed class NewJuror
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Organisation { get; set; }
}
