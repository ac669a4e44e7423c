using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Rules;
using EssConsult.Discussion.Threads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace EssConsult.Discussion.Features.Reports;

/// <summary>Anyone may report a text, without an account. It puts the text first in the moderators' queue and does nothing else.</summary>
[Public]
[EnableRateLimiting(ReportLimits.Policy)]
internal sealed class ReportModel(Standings standings, ThreadReader threads, IReports reports, ReportLimits limits, IIdentify identify, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string Kind { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true, Name = "id")]
    public string Id { get; set; } = string.Empty;

    [BindProperty]
    public Motive? Motive { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    /// <summary>Hidden from people: only machines fill it in.</summary>
    [BindProperty]
    public string? Website { get; set; }

    [BindProperty(SupportsGet = true, Name = "envoye")]
    public bool IsSent { get; set; }

    public CommentView? Reported { get; private set; }

    public Standing Standing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (Motive is not { } motive)
        {
            throw new RuleException("report.motive", "Choisissez un motif.") { Field = nameof(Motive) };
        }

        if (string.IsNullOrEmpty(Website))
        {
            limits.Count();
            await reports.OpenAsync(
                new NewReport(Standing.ContentItemId, motive, person.Id is { } id ? "person:" + id : identify.EnsureBrowserKey())
                {
                    CommentId = Reported?.Row.Id, Comment = Comment, ReporterId = person.Id,
                }, ct);
        }

        return LocalRedirect(Url.Content($"~/signaler/{Kind}/{Id}?envoye=true"));
    }

    public Task ReloadAsync(CancellationToken ct) => FindAsync(ct);

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        Reported = Kind == "commentaire" && Guid.TryParse(Id, out var commentId) ? await threads.OneAsync(commentId, ct) : null;
        if (Kind == "commentaire" && Reported is not { Row.State: CommentState.Published })
        {
            return false;
        }

        Standing = await standings.OfAsync(Reported?.Row.ContentItemId ?? Id, ct);
        return Standing.Rules.Visible;
    }
}
