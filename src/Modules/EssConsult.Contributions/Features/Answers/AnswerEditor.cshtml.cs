using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Features.Answers;

/// <summary>Writes the authority's answer to one contribution, links it to the roadmap, and publishes it.</summary>
[RequirePermission(Permissions.AnswerContributions)]
internal sealed class AnswerEditorModel(SiteDb db, Answering answering, IContentStore content) : PageModel, IReloadsForm
{
    public const int MaxBody = 8000;

    [BindProperty]
    public AnswerState State { get; set; } = AnswerState.UnderReview;

    [BindProperty]
    [Required(ErrorMessage = "Écrivez la réponse.")]
    [MaxLength(MaxBody, ErrorMessage = "La réponse est trop longue.")]
    public string Body { get; set; } = string.Empty;

    [BindProperty]
    [Required(ErrorMessage = "Indiquez qui signe.")]
    [MaxLength(200, ErrorMessage = "Cette signature est trop longue.")]
    public string Signature { get; set; } = string.Empty;

    [BindProperty]
    public string[] Objectives { get; set; } = [];

    /// <summary>Of the answer that this form shows; null for a new one.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    public ContributionRow Row { get; private set; } = null!;

    public ContentItem? Item { get; private set; }

    public IReadOnlyList<ContentItem> Roadmap { get; private set; } = [];

    public DateTime? PublishedUtc { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (await db.Set<Answer>().AsNoTracking().FirstOrDefaultAsync(answer => answer.ContentItemId == id, ct) is { } known)
        {
            (State, Body, Signature, Stamp) = (known.State, known.Body, known.Signature, known.Stamp);
            Objectives = await db.Set<AnswerObjective>().Where(link => link.ContentItemId == id).Select(link => link.ObjectiveId).ToArrayAsync(ct);
        }

        return Page();
    }

    public Task<IActionResult> OnPostDraftAsync(string id, CancellationToken ct) => SaveAsync(id, publish: false, ct);

    public Task<IActionResult> OnPostPublishAsync(string id, CancellationToken ct) => SaveAsync(id, publish: true, ct);

    public async Task ReloadAsync(CancellationToken ct) => await FindAsync(RouteData.Values["id"]!.ToString()!, ct);

    private async Task<IActionResult> SaveAsync(string id, bool publish, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (!publish && PublishedUtc is not null)
        {
            throw new RuleException("answer.published", "Cette réponse est publiée : une correction paraît tout de suite.");
        }

        await answering.WriteAsync(Row, new AnswerText(State, Body, Signature, Objectives), Stamp, publish, ct);
        await db.SaveChangesAsync(ct);
        return publish ? LocalRedirect("~/" + Row.Path + "#reponse") : RedirectToPage("/EssConsult.Contributions/Answers/AnswersToWrite");
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        var row = await db.FindContributionAsync(id, ct);
        if (row?.State != ContributionState.Published)
        {
            return false;
        }

        Row = row;
        Item = await content.FindAsync(id, ContentVersion.Published, ct);
        PublishedUtc = await db.Set<Answer>().Where(answer => answer.ContentItemId == id).Select(answer => answer.PublishedUtc).FirstOrDefaultAsync(ct);
        Roadmap = await content.ListAsync("Objective", ContentVersion.Published, ct);
        return true;
    }
}
