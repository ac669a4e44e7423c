using System.Globalization;
using EssConsult.Accounts.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.Write;

/// <summary>The form of a contribution: open to visitors, who say who they are once the text is written.</summary>
[Public]
internal sealed class WriteModel(ContributionWriting writing, Signing signing, IContentStore content, IContentForm form, IProcesses processes, IIdentify identify, CurrentPerson person, SiteDb db, TimeProvider clock) : PageModel, IReloadsForm
{
    internal static readonly ContentFormOptions Complete = new(ForVisitors: true);
    internal static readonly ContentFormOptions Unfinished = new(ForVisitors: true, Draft: true);

    [BindProperty(SupportsGet = true, Name = "demarche")]
    public string? ProcessId { get; set; }

    /// <summary>When the draft was last saved, as this form knew it: two tabs must not overwrite one another.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    [BindProperty]
    public Guid? ActorId { get; set; }

    public SpeakerView Speaker { get; private set; } = new([], null);

    public Process? Process { get; private set; }

    public ContentItem? Item { get; private set; }

    public string? ClosedSentence { get; private set; }

    public string? ClosedDay { get; private set; }

    public bool IsSaved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? id, bool enregistre, CancellationToken ct)
    {
        IsSaved = enregistre;
        return await FindAsync(id, ct) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostDraftAsync(string? id, CancellationToken ct) =>
        SaveAsync(id, Unfinished, item => RedirectToPage(new { id = item.ContentItemId, enregistre = true }), ct);

    public Task<IActionResult> OnPostReviewAsync(string? id, CancellationToken ct) =>
        SaveAsync(id, Complete, item => RedirectToPage("/EssConsult.Contributions/Write/Review", new { id = item.ContentItemId }), ct);

    public Task<IActionResult> OnPostAutosaveAsync(string? id, CancellationToken ct) =>
        SaveAsync(id, Unfinished, item => new JsonResult(new { id = item.ContentItemId, stamp = TextStamp.Of(item), time = clock.UtcNow().Hour() }), ct);

    public async Task ReloadAsync(CancellationToken ct)
    {
        if (Item is null)
        {
            await FindAsync(RouteData.Values["id"]?.ToString(), ct);
        }
    }

    private async Task<IActionResult> SaveAsync(string? id, ContentFormOptions options, Func<ContentItem, IActionResult> done, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (Item is null)
        {
            throw new RuleException("contribution.closed", ClosedSentence!, ClosedDay!);
        }

        await form.ReadAsync(Item, Request.Form, ModelState, options, ct);
        if (id is not null && Stamp != TextStamp.Of(Item))
        {
            throw new RuleException("contribution.two-tabs", "Ce brouillon a été modifié dans une autre fenêtre. Copiez votre texte, puis rechargez la page.");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await signing.SignAsync(Item, ActorId, ct);
        await writing.SaveDraftAsync(Item, person.IsSignedIn ? null : identify.EnsureBrowserKey(), ct);
        await db.SaveChangesAsync(ct);
        return done(Item);
    }

    /// <summary>The draft of the address, or a new one in the démarche that is open; false when neither is this person's.</summary>
    private async Task<bool> FindAsync(string? id, CancellationToken ct)
    {
        if (!await FindDraftAsync(id, ct))
        {
            return false;
        }

        var chosen = HttpMethods.IsPost(Request.Method) ? ActorId : Item is null ? null : Signing.Chosen(Item);
        Speaker = new SpeakerView(Item is null ? [] : await signing.ChoicesAsync(ct), chosen);
        return true;
    }

    private async Task<bool> FindDraftAsync(string? id, CancellationToken ct)
    {
        if (id is not null)
        {
            var row = await writing.FindOwnAsync(id, identify.BrowserKey, ct);
            Item = row?.State is ContributionState.Draft or ContributionState.Refused ? await content.FindAsync(id, ContentVersion.Latest, ct) : null;
            Process = row is null ? null : processes.Find(row.ProcessId);
            return Item is not null && Process is not null;
        }

        var now = clock.UtcNow();
        Process = ProcessId is null ? processes.All.FirstOrDefault(process => process.WritingPhase(now) is not null) ?? (processes.All.Count > 0 ? processes.All[0] : null) : processes.Find(ProcessId);
        if (Process?.WritingPhase(now) is { } phase)
        {
            Item = writing.Start(Process.Id, phase);
        }
        else if (Process is not null)
        {
            (ClosedSentence, ClosedDay) = ContributionWriting.Closure(Process, now);
        }

        return Process is not null;
    }
}
