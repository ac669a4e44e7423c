using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Features.Edit;

/// <summary>An author corrects or takes back a published text.</summary>
[SignedIn]
internal sealed class EditModel(SiteDb db, IContentStore content, IContentForm form, ContributionWriting writing, Signing signing, IProcesses processes, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    public static readonly ContentFormOptions Options = new(ForVisitors: true);

    [BindProperty]
    public string? Stamp { get; set; }

    [BindProperty]
    public Guid? ActorId { get; set; }

    public SpeakerView Speaker { get; private set; } = new([], null);

    public ContributionRow Row { get; private set; } = null!;

    public ContentItem Item { get; private set; } = null!;

    /// <summary>The correction was just sent, and waits for a moderator.</summary>
    public bool IsSent { get; private set; }

    /// <summary>What the form is filled with: the text, or a refused correction that its author takes up again.</summary>
    public ContentItem Shown { get; private set; } = null!;

    public bool HasRefused { get; private set; }

    /// <summary>Why and since when the text can no longer be corrected; null while it can.</summary>
    public (string Sentence, string Day)? Closed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, bool envoyee, bool reprendre, CancellationToken ct)
    {
        IsSent = envoyee;
        if (!await FindAsync(slug, ct))
        {
            return NotFound();
        }

        if (Row is { CorrectionUtc: null, Motive: not null } && (await content.HistoryAsync(Row.ContentItemId, ct)).FirstOrDefault(version => version.PublishedUtc is null && !version.Latest) is { } refused)
        {
            (HasRefused, Shown) = (true, reprendre ? refused : Shown);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct))
        {
            return NotFound();
        }

        // The words first: whatever is refused below, they stand in the form again.
        var (stamp, structure) = (TextStamp.Of(Item), Signing.Chosen(Item));
        await form.ReadAsync(Item, Request.Form, ModelState, Options, ct);
        writing.RequireOpen(Row.ProcessId);
        if (Stamp != stamp)
        {
            throw new RuleException("contribution.two-tabs", "Ce texte a été modifié dans une autre fenêtre. Copiez le vôtre, puis rechargez la page.");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        // Whoever left the structure still corrects what they wrote in its name.
        if (ActorId is not null || structure is null || Speaker.Structures.Any(known => known.Id == structure))
        {
            await signing.SignAsync(Item, ActorId, ct);
        }

        var isVisible = await writing.CorrectAsync(Row, Item, ct);
        await db.SaveChangesAsync(ct);
        return isVisible ? LocalRedirect("~/" + Row.Path) : RedirectToPage(new { slug, envoyee = true });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct))
        {
            return NotFound();
        }

        await writing.WithdrawAsync(Row, ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("~/" + Row.Path);
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        if (Item is null)
        {
            await FindAsync(RouteData.Values["slug"]!.ToString()!, ct);
        }
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        var path = "contributions/" + slug.ToLowerInvariant();
        var row = await db.Set<ContributionRow>().Published().FirstOrDefaultAsync(found => found.Path == path && found.AuthorId == person.Id, ct);
        if (row is null || await content.FindAsync(row.ContentItemId, row.CorrectionUtc is null ? ContentVersion.Published : ContentVersion.Latest, ct) is not { } item)
        {
            return false;
        }

        (Row, Item, Shown) = (row, item, item);
        Closed = processes.Find(row.ProcessId) is { } process && process.WritingPhase(clock.UtcNow()) is null ? ContributionWriting.Closure(process, clock.UtcNow()) : null;
        Speaker = new SpeakerView(await signing.ChoicesAsync(ct), HttpMethods.IsPost(Request.Method) ? ActorId : Signing.Chosen(item));
        return true;
    }
}
