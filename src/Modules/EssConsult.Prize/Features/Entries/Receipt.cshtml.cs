using EssConsult.Accounts.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Entries;

/// <summary>What was sent, with its receipt: what the jury reads, to keep and print.</summary>
[SignedIn]
internal sealed class ReceiptModel(SiteDb db, EntryVerbs verbs, AppealVerbs appeals, EntryQuestions questions, IPeople people, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    internal Edition Edition { get; private set; } = null!;

    internal Entry Entry { get; private set; } = null!;

    /// <summary>Null while nothing was sent.</summary>
    internal EntryText? Sent { get; private set; }

    public IReadOnlyList<FieldValue> Values { get; private set; } = [];

    /// <summary>Names of those who sent it together; empty for one person alone.</summary>
    public IReadOnlyList<string> People { get; private set; } = [];

    public bool AreDocumentsAsked => questions.AreLaterOpen(Edition, Entry);

    internal Appeal? Appeal { get; private set; }

    /// <summary>The versions that were accepted with what was sent.</summary>
    internal IReadOnlyList<EditionTerms> Terms { get; private set; } = [];

    public bool MayAppeal => Appeal is null && Entry.MayAppeal(Edition, clock.UtcNow());

    public bool MayTellLinks => EntryLinksModel.AreOpen(Edition, Entry, clock.UtcNow());

    public bool IsLaureate { get; private set; }

    internal EntryFeedback? Feedback { get; private set; }

    internal IReadOnlyList<EntrySubmission> Submissions { get; private set; } = [];

    public bool IsOpen => Entry.IsOpen(Edition, clock.UtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await verbs.WithdrawAsync(Edition, id, ct);
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostAppealAsync(Guid id, string? appeal, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await appeals.LodgeAsync(Edition.ContentItemId, id, appeal, ct);
        return RedirectToPage(new { id });
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
        Submissions = await db.Set<EntrySubmission>().AsNoTracking().Where(sent => sent.EntryId == id).OrderByDescending(sent => sent.Sequence).Take(20).ToListAsync(ct);
        Sent = Submissions.Count > 0 ? EntryText.Read(Submissions[0].Content) : null;
        Appeal = await db.Set<Appeal>().AsNoTracking().FirstOrDefaultAsync(row => row.EntryId == id, ct);
        Terms = Sent is { Accepted.Count: > 0 } ? [.. (await db.TermsAsync(edition.ContentItemId, ct)).Where(terms => Sent.Accepted.Contains(terms.Name))] : [];
        IsLaureate = edition.Stage == EditionStage.Announced && await db.Set<Award>().AnyAsync(award => award.EntryId == id, ct);
        Feedback = await EntryFeedback.ReadAsync(db, edition, entry, ct);
        if (Sent is { People.Count: > 0 })
        {
            var names = await people.NamesAsync(Sent.People, ct);
            People = [.. Sent.People.Select(one => names.GetValueOrDefault(one)?.DisplayName ?? "–")];
        }

        Values = Sent is null ? [] : await questions.ShowAsync(Sent.Answers, ct);
        return true;
    }
}
