using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Features.Edit;

/// <summary>An author corrects or takes back a published text.</summary>
[SignedIn]
internal sealed class EditModel(SiteDb db, IContentStore content, IContentForm form, ContributionWriting writing, Signing signing, CurrentPerson person) : PageModel, IReloadsForm
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

    public async Task<IActionResult> OnGetAsync(string slug, bool envoyee, CancellationToken ct)
    {
        IsSent = envoyee;
        return await FindAsync(slug, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct))
        {
            return NotFound();
        }

        writing.RequireOpen(Row.ProcessId);
        if (Stamp != TextStamp.Of(Item))
        {
            throw new RuleException("contribution.two-tabs", "Ce texte a été modifié dans une autre fenêtre. Copiez le vôtre, puis rechargez la page.");
        }

        await form.ReadAsync(Item, Request.Form, ModelState, Options, ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await signing.SignAsync(Item, ActorId, ct);
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

    public async Task ReloadAsync(CancellationToken ct) => await FindAsync(RouteData.Values["slug"]!.ToString()!, ct);

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        var path = "contributions/" + slug.ToLowerInvariant();
        var row = await db.Set<ContributionRow>().Published().FirstOrDefaultAsync(found => found.Path == path && found.AuthorId == person.Id, ct);
        if (row is null || await content.FindAsync(row.ContentItemId, row.CorrectionUtc is null ? ContentVersion.Published : ContentVersion.Latest, ct) is not { } item)
        {
            return false;
        }

        (Row, Item) = (row, item);
        Speaker = new SpeakerView(await signing.ChoicesAsync(ct), HttpMethods.IsPost(Request.Method) ? ActorId : Signing.Chosen(item));
        return true;
    }
}
