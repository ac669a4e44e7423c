using EssConsult.Prize.Editions;
using EssConsult.Prize.Sittings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Prize.Features.Sittings;

/// <summary>What both doors of the deliberation room share: the jury's and the team's.</summary>
internal abstract class RoomPage(SiteDb db, SittingVerbs sittings, VoteVerbs votes) : PageModel, IReloadsForm
{
    [BindProperty]
    public RoomForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "ordre")]
    public string? Order { get; set; }

    internal RoomView View { get; set; } = null!;

    [TempData]
    public string? Notice { get; set; }

    /// <summary>By how far jurors' results lie apart, instead of by who has to leave.</summary>
    public bool ByDisagreement => Order == "desaccord";

    /// <summary>Reads <see cref="View"/>.</summary>
    /// <returns>False where this person has no door here.</returns>
    protected abstract Task<bool> FindAsync(string edition, CancellationToken ct);

    public abstract string Address { get; }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(Edition, ct);
    }

    protected string Edition => (RouteData.Values["edition"] ?? RouteData.Values["id"])!.ToString()!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(Edition, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostOpenAsync(CancellationToken ct) => ActAsync(view => view.MayOpen, () => sittings.OpenAsync(Edition, View.Juror!, ct), "La séance est ouverte.", ct);

    public Task<IActionResult> OnPostAttendAsync(Guid juror, AttendanceKind? kind, CancellationToken ct) => RunAsync(() => kind is AttendanceKind.Present or AttendanceKind.Left or AttendanceKind.Returned ? sittings.AttendAsync(Edition, juror, kind.Value, ct) : throw new RuleException("attendance.order", "Cette présence est déjà notée."), "Présence notée.", ct);

    public Task<IActionResult> OnPostCallAsync(Guid? entry, CancellationToken ct) => RunAsync(() => ModelState.IsValid && (entry is null || View.Entries.Any(one => one.Id == entry)) ? sittings.CallAsync(Edition, entry, ct) : throw new RuleException("prize.which", "Choisissez un dossier."), entry is null ? "Le dossier est terminé." : "Dossier appelé.", ct);

    public Task<IActionResult> OnPostNoteAsync(CancellationToken ct) => RunAsync(() => sittings.NoteAsync(Edition, Form.Text, ct), "C’est noté.", ct);

    public Task<IActionResult> OnPostVoteAsync(CancellationToken ct) => RunAsync(() => votes.OpenAsync(Edition, Form.Question, Form.Secret, Form.ByHand, ct), "Le vote est ouvert.", ct);

    public Task<IActionResult> OnPostCountAsync(CancellationToken ct) => RunAsync(() => votes.CloseAsync(Edition, (Form.For, Form.Against, Form.Blank), ct), "Le vote est clos.", ct);

    public Task<IActionResult> OnPostDecideAsync(CancellationToken ct) => RunAsync(() => sittings.DecideAsync(Edition, Form.Award, Form.Reason, ct), "Décision enregistrée.", ct);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => RunAsync(() => sittings.CloseAsync(Edition, ct), "La séance est levée.", ct);

    public Task<IActionResult> OnPostCastAsync(Guid round, VoteChoice? choice, CancellationToken ct) =>
        ActAsync(view => view.Juror is not null && view.OpenVote?.Round.Id == round, () => votes.CastAsync(Edition, View.Juror!, round, choice, ct), "Votre vote est enregistré.", ct);

    private Task<IActionResult> RunAsync(Func<Task> verb, string notice, CancellationToken ct) => ActAsync(view => view.MayRun, verb, notice, ct);

    private async Task<IActionResult> ActAsync(Func<RoomView, bool> may, Func<Task> verb, string notice, CancellationToken ct)
    {
        if (!await FindAsync(Edition, ct) || !may(View))
        {
            return NotFound();
        }

        await verb();
        Notice = notice;
        return LocalRedirect(Url.Content("~" + Address));
    }
}

internal sealed class RoomForm
{
    public string? Text { get; set; }

    public string? Question { get; set; }

    public bool Secret { get; set; }

    public bool ByHand { get; set; }

    public int For { get; set; }

    public int Against { get; set; }

    public int Blank { get; set; }

    public string? Award { get; set; }

    public string? Reason { get; set; }
}
