using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Prize.Features.Entries;

/// <summary>What is asked from eligible entries alone, heavy documents for the most part.</summary>
[SignedIn]
internal sealed class ComplementsModel(SiteDb db, EntryVerbs verbs, EntryQuestions questions, EntryFiles files, CurrentPerson person) : PageModel, IReloadsForm
{
    /// <summary>The version that this window started from.</summary>
    [BindProperty]
    public int Stamp { get; set; }

    internal Edition Edition { get; private set; } = null!;

    internal Entry Entry { get; private set; } = null!;

    public ContentItem Questions { get; private set; } = null!;

    public ContentFormOptions FormOptions => questions.Form(Questions, isDraft: false, isLater: true);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Stamp = Entry.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await files.ReadAsync(Entry, Questions, questions.Of(Edition).Where(question => question.Settings.AfterEligibility), Request.Form, ModelState, ct);
        var answers = await questions.ReadAsync(Questions, Request.Form, ModelState, isDraft: false, ct, isLater: true);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await verbs.CompleteAsync(Edition, id, answers, Stamp, ct);
        return RedirectToPage("/EssConsult.Prize/Entries/Receipt", new { id });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindOwnEntryAsync(id, person.RequiredId, ct) is not var (edition, entry) || !questions.AreLaterOpen(edition, entry))
        {
            return false;
        }

        (Edition, Entry) = (edition, entry);
        Questions = questions.For(edition, (await db.LastSentAsync([id], ct))[id].Answers)!;
        return true;
    }
}
