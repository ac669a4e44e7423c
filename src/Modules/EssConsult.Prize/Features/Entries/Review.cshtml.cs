using EssConsult.Actors.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Prize.Features.Entries;

/// <summary>The last look before sending: the entry as the jury will read it, and what is still missing.</summary>
[SignedIn]
internal sealed class ReviewModel(SiteDb db, EntryVerbs verbs, EntryQuestions questions, IActors actors, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    internal Edition Edition { get; private set; } = null!;

    internal Entry Entry { get; private set; } = null!;

    public IReadOnlyList<FieldValue> Values { get; private set; } = [];

    internal IReadOnlyList<AnswerFault> Faults { get; private set; } = [];

    public string? Structure { get; private set; }

    public bool IsOpen => Entry.IsOpen(Edition, clock.UtcNow());

    public bool IsCategoryMissing => Edition.CategoryList.Count > 0 && Entry.Category is null;

    public bool IsComplete => Faults.Count == 0 && Entry.Title.Length > 0 && !IsCategoryMissing;

    /// <summary>Versions to accept with this sending.</summary>
    internal IReadOnlyList<EditionTerms> Terms { get; private set; } = [];

    [BindProperty]
    public List<string> Accepted { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => !await FindAsync(id, ct) ? NotFound() : IsOpen ? Page() : RedirectToPage("/EssConsult.Prize/Entries/Receipt", new { id });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await verbs.SubmitAsync(Edition.ContentItemId, id, Accepted, ct);
        return RedirectToPage("/EssConsult.Prize/Entries/Receipt", new { id });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindOwnEntryAsync(id, person.RequiredId, ct) is not var (edition, entry))
        {
            return false;
        }

        (Edition, Entry) = (edition, entry);
        Values = await questions.ShowAsync(questions.Asked(edition, entry.Answers), ct);
        Faults = await questions.FaultsAsync(edition, entry.Answers, ct);
        var before = await db.AcceptedAsync(entry, ct);
        Terms = [.. (await db.CurrentTermsAsync(edition, ct)).Where(terms => !before.Contains(terms.Name))];
        Structure = entry.ActorId is { } actor ? (await actors.NamesAsync([actor], ct)).GetValueOrDefault(actor)?.Name : null;
        return true;
    }
}
