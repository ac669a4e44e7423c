using EssConsult.Accounts.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Admin;

/// <summary>An entry as it was sent, whether it may take part, and who has a link with it.</summary>
[RequirePermission(Permissions.ManagePrize)]
internal sealed class AdminEntryModel(SiteDb db, EntryVerbs verbs, AppealVerbs appeals, JuryVerbs jury, EntryQuestions questions, IContentStore content, IPeople people, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Places of the conditions that are met.</summary>
    [BindProperty]
    public List<int> Met { get; set; } = [];

    [BindProperty]
    public string? AppealReason { get; set; }

    [BindProperty]
    public string? Correction { get; set; }

    /// <summary>By the clock of Paris.</summary>
    [BindProperty]
    public DateTime? Until { get; set; }

    [BindProperty]
    public Guid? JurorId { get; set; }

    [BindProperty]
    public ConflictKind Kind { get; set; }

    internal Edition Edition { get; private set; } = null!;

    internal Entry Entry { get; private set; } = null!;

    internal EntryText Text { get; private set; } = null!;

    public IReadOnlyList<FieldValue> Values { get; private set; } = [];

    /// <summary>Of what is asked from eligible entries alone, what has not come yet.</summary>
    internal IReadOnlyList<AnswerFault> Awaited { get; private set; } = [];

    public IReadOnlyList<string> Conditions { get; private set; } = [];

    /// <summary>What readers of the team said so far, by name.</summary>
    internal IReadOnlyList<(string Name, Screening Said)> Screenings { get; private set; } = [];

    internal IReadOnlyList<(string Name, Conflict Conflict)> Conflicts { get; private set; } = [];

    /// <summary>What jurors wrote for the jury and beside their marks; once scoring is closed.</summary>
    internal IReadOnlyList<(string Name, string Comment)> Comments { get; private set; } = [];

    /// <summary>Of the jury, without a known link.</summary>
    internal IReadOnlyList<Juror> Free { get; private set; } = [];

    internal Appeal? Appeal { get; private set; }

    /// <summary>An appeal waits, and this person did not read the entry.</summary>
    public bool MayDecideAppeal => Appeal is { DecidedUtc: null } && Screenings.All(reading => reading.Said.ReaderId != person.RequiredId);

    public bool MayScreen => Appeal is null && Edition.Stage == EditionStage.Call && Edition.IsCallOver(clock.UtcNow()) && Entry.State is not EntryState.Withdrawn;

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, Guid entry, CancellationToken ct) => await FindAsync(id, entry, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostEligibleAsync(string id, Guid entry, CancellationToken ct) => ScreenAsync(id, entry, isEligible: true, "Dossier recevable : son auteur est prévenu.", ct);

    public Task<IActionResult> OnPostIneligibleAsync(string id, Guid entry, CancellationToken ct) => ScreenAsync(id, entry, isEligible: false, "Dossier non recevable : son auteur est prévenu.", ct);

    public Task<IActionResult> OnPostCorrectionAsync(string id, Guid entry, CancellationToken ct) => ActAsync(id, entry, () => verbs.AskCorrectionAsync(Edition, entry, Correction, Until?.FromParis() ?? DateTime.MinValue, ct), "Correction demandée : son auteur est prévenu.", ct);

    public Task<IActionResult> OnPostAppealAsync(string id, Guid entry, bool upheld, CancellationToken ct) => ActAsync(id, entry, () => appeals.DecideAsync(id, entry, upheld, AppealReason, ct), "Recours décidé : son auteur est prévenu.", ct);

    public Task<IActionResult> OnPostConflictAsync(string id, Guid entry, CancellationToken ct) => ActAsync(id, entry, async () =>
    {
        if (!Enum.IsDefined(Kind) || ModelState.GetFieldValidationState(nameof(Kind)) == Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            throw new RuleException("conflict.kind", "Choisissez quel lien.") { Field = "Kind" };
        }

        var juror = await db.Set<Juror>().FirstOrDefaultAsync(row => row.Id == JurorId && row.EditionId == id && row.PersonId != null, ct) ?? throw new RuleException("conflict.who", "Choisissez qui a un lien avec ce dossier.") { Field = "JurorId" };
        await jury.ReportAsync(id, [new Conflict { EditionId = id, EntryId = entry, PersonId = juror.PersonId!, Kind = Kind, Origin = ConflictOrigin.Reported, AtUtc = clock.UtcNow() }], ct);
    }, "Déport enregistré.", ct);

    /// <summary>Of the team: as of now it is not found any more.</summary>
    public async Task<IActionResult> OnPostOwnAsync(string id, Guid entry, CancellationToken ct)
    {
        if (!await FindAsync(id, entry, ct))
        {
            return NotFound();
        }

        await jury.ReportAsync(id, [new Conflict { EditionId = id, EntryId = entry, PersonId = person.RequiredId, Kind = ConflictKind.Other, Origin = ConflictOrigin.Declared, AtUtc = clock.UtcNow() }], ct);
        return RedirectToPage("/EssConsult.Prize/Admin/AdminEntries", new { id });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["id"]!.ToString()!, Guid.Parse(RouteData.Values["entry"]!.ToString()!), ct);
    }

    private async Task<IActionResult> ScreenAsync(string id, Guid entry, bool isEligible, string decided, CancellationToken ct)
    {
        var isDecided = false;
        var answer = await ActAsync(id, entry, async () => isDecided = await verbs.ScreenAsync(Edition, entry, isEligible, Reason, [.. Conditions.Select((condition, place) => new ReadCondition(condition, Met.Contains(place)))], ct), decided, ct);
        if (answer is RedirectToPageResult && !isDecided)
        {
            Notice = "Votre avis est enregistré : il en faut un second, du même sens.";
        }

        return answer;
    }

    private async Task<IActionResult> ActAsync(string id, Guid entry, Func<Task> verb, string notice, CancellationToken ct)
    {
        if (!await FindAsync(id, entry, ct))
        {
            return NotFound();
        }

        await verb();
        Notice = notice;
        return RedirectToPage(new { id, entry });
    }

    private async Task<List<(string Name, string Comment)>> CommentsAsync(Guid entryId, List<Juror> jurors, CancellationToken ct)
    {
        var sheets = await db.Set<Sheet>().AsNoTracking().Where(sheet => sheet.EntryId == entryId).Select(sheet => new { sheet.JurorId, sheet.Content }).ToListAsync(ct);
        return [.. from sheet in sheets from comment in SheetText.Read(sheet.Content).Comments where comment.Key != SheetText.ToEntrant select (jurors.Find(juror => juror.Id == sheet.JurorId)?.Name ?? string.Empty, comment.Value)];
    }

    private async Task<bool> FindAsync(string id, Guid entryId, CancellationToken ct)
    {
        if (await db.OpenTo(person.RequiredId, id).FirstOrDefaultAsync(row => row.Id == entryId, ct) is not { } entry || await db.Set<Edition>().FirstOrDefaultAsync(row => row.ContentItemId == id, ct) is not { } edition)
        {
            return false;
        }

        (Edition, Entry) = (edition, entry);
        Text = (await db.LastSentAsync([entryId], ct))[entryId];
        Values = await questions.ShowAsync(Text.Answers, ct);
        Appeal = await db.Set<Appeal>().AsNoTracking().FirstOrDefaultAsync(row => row.EntryId == entryId, ct);
        Awaited = entry.State == EntryState.Eligible ? await questions.FaultsAsync(edition, Text.Answers, ct, isLater: true) : [];
        var screenings = await db.Set<Screening>().AsNoTracking().Where(row => row.EntryId == entryId).OrderBy(row => row.AtUtc).ToListAsync(ct);
        var names = await people.NamesAsync(screenings.Select(row => row.ReaderId), ct);
        Screenings = [.. screenings.Select(row => (names.GetValueOrDefault(row.ReaderId)?.DisplayName ?? "–", row))];
        Conditions = EditionReader.Conditions(await content.FindAsync(id, ContentVersion.Published, ct));
        var jurors = await db.Set<Juror>().AsNoTracking().Where(juror => juror.EditionId == id && juror.State == JurorState.Accepted).OrderBy(juror => juror.Name).ToListAsync(ct);
        var conflicts = await db.Set<Conflict>().AsNoTracking().Where(conflict => conflict.EntryId == entryId).OrderBy(conflict => conflict.AtUtc).ToListAsync(ct);
        Conflicts = [.. from conflict in conflicts let juror = jurors.Find(one => one.PersonId == conflict.PersonId) where juror is not null select (juror.Name, conflict)];
        Comments = edition.Stage is EditionStage.Deliberation or EditionStage.Announced ? await CommentsAsync(entryId, jurors, ct) : [];
        Free = [.. jurors.Where(juror => conflicts.TrueForAll(conflict => conflict.PersonId != juror.PersonId))];
        return true;
    }
}
