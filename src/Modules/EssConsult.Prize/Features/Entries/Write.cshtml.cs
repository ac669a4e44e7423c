using EssConsult.Actors.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EssConsult.Prize.Features.Entries;

/// <summary>The form of an entry, saved while one types.</summary>
[SignedIn]
internal sealed class WriteModel(SiteDb db, EntryVerbs verbs, EntryQuestions questions, EntryFiles files, IActors actors, IStringLocalizer words, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public Guid? ActorId { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    /// <summary>The version that this window started from: two windows never overwrite one another.</summary>
    [BindProperty]
    public int Stamp { get; set; }

    internal Edition Edition { get; private set; } = null!;

    internal Entry Entry { get; private set; } = null!;

    public ContentItem? Questions { get; private set; }

    public ContentFormOptions FormOptions => questions.Form(Questions!, isDraft: true);

    public IReadOnlyList<ActorName> Structures { get; private set; } = [];

    public bool IsSaved { get; private set; }

    public DateTime Now => clock.UtcNow();

    public bool IsOpen => Entry.IsOpen(Edition, clock.UtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, bool enregistre, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        (Title, ActorId, Category, Stamp, IsSaved) = (Entry.Title, Entry.ActorId, Entry.Category, Entry.Version, enregistre);
        return IsOpen ? Page() : RedirectToPage("/EssConsult.Prize/Entries/Receipt", new { id });
    }

    public Task<IActionResult> OnPostDraftAsync(Guid id, CancellationToken ct) => SaveAsync(id, isDraft: true, () => RedirectToPage(new { id, enregistre = true }), ct);

    public Task<IActionResult> OnPostReviewAsync(Guid id, CancellationToken ct) => SaveAsync(id, isDraft: false, () => RedirectToPage("/EssConsult.Prize/Entries/Review", new { id }), ct);

    public Task<IActionResult> OnPostAutosaveAsync(Guid id, CancellationToken ct) => SaveAsync(id, isDraft: true, done: () => new JsonResult(new { id, stamp = Entry.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), time = clock.UtcNow().Hour() }), ct, isByItself: true);

    public async Task ReloadAsync(CancellationToken ct)
    {
        if (Entry is null)
        {
            await FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
        }
    }

    private async Task<IActionResult> SaveAsync(Guid id, bool isDraft, Func<IActionResult> done, CancellationToken ct, bool isByItself = false)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        // A file comes and goes with a button alone: a tick that is taken back must find it.
        if (Questions is not null && !isByItself)
        {
            await files.ReadAsync(Entry, Questions, questions.Of(Edition).Where(question => !question.Settings.AfterEligibility), Request.Form, ModelState, ct);
        }

        var answers = Questions is null ? Entry.Answers : await questions.ReadAsync(Questions, Request.Form, ModelState, isDraft, ct);
        if (!isDraft && string.IsNullOrWhiteSpace(Title))
        {
            ModelState.AddModelError("Title", words["Donnez un titre au projet."]);
        }

        if (!isDraft && Edition.CategoryList.Count > 0 && !Edition.CategoryList.Contains(Category))
        {
            ModelState.AddModelError("Category", words["Choisissez une catégorie."]);
        }

        // What is missing keeps nobody from saving: it is said when the entry is to be sent.
        if (isDraft && !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await verbs.SaveAsync(Edition, Entry, Title, ActorId, answers, Stamp, ct, Category);
        await db.SaveChangesAsync(ct);
        if (ModelState.IsValid)
        {
            return done();
        }

        // The form shows its hidden value from what was posted otherwise.
        ModelState.Remove(nameof(Stamp));
        Stamp = Entry.Version;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindOwnEntryAsync(id, person.RequiredId, ct) is not var (edition, entry))
        {
            return false;
        }

        (Edition, Entry) = (edition, entry);
        Questions = questions.For(edition, entry.Answers);
        Structures = await actors.SpeakersForAsync(person.RequiredId, ct);
        if (entry.ActorId is { } chosen && Structures.All(structure => structure.Id != chosen) && (await actors.NamesAsync([chosen], ct)).GetValueOrDefault(chosen) is { } other)
        {
            // Of somebody who writes it, too: it stays unless it is changed.
            Structures = [.. Structures, other];
        }
        return true;
    }
}
