using EssConsult.Mail.Contracts;
using EssConsult.Tickets.Qr;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Features.Votes;
using EssConsult.Voting.PublicVote;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Voting.Features.PublicVotes;

/// <summary>
/// The mailed link. It asks once more: programs that look at the links of a mail must not vote, and anybody may have given this address, so
/// that the ballot is shown before it counts. Followed again, the link shows the receipt again.
/// </summary>
[Public]
internal sealed class ConfirmModel(SiteDb db, ConfirmVote confirm, PublicSecrets secrets, ISiteAddress address, IStringLocalizer words, TimeProvider clock) : PageModel, IReloadsForm
{
    private Guid askedId;

    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    internal Ballot Ballot { get; private set; } = null!;

    public string? Code { get; private set; }

    public IHtmlContent? Qr { get; private set; }

    /// <summary>What waits for the button; null once there is nothing to confirm.</summary>
    internal AskedVote? Filled { get; private set; }

    public bool IsOpen => Ballot.TakesVotes(clock.UtcNow());

    internal IEnumerable<QuestionView> Views(AskedVote filled)
    {
        var answers = ChoiceForm.Carried(filled.Choice);
        return Ballot.Plan.Questions.Select(question => new QuestionView(question, question.Options, Choices.Readable(question, answers[question.Id])));
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (Code is null)
        {
            Show(await confirm.HandleAsync(Ballot, Ballot.Plan, askedId, ct));
            Filled = null;
        }

        return Page();
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        // Nothing of the receipt is for a cache, nor for the next page's Referer.
        Response.Headers.CacheControl = "no-store";
        if (secrets.ReadConfirmation(Token) is not { } asked || await db.FindBallotAsync(id, ct) is not { } ballot)
        {
            return false;
        }

        (askedId, Ballot) = (asked, ballot);
        Show(await confirm.ReceiptAsync(id, asked, ct));
        Filled = Code is null && IsOpen ? await db.Set<AskedVote>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == asked && row.BallotId == id, ct) : null;
        return true;
    }

    private void Show(string? receipt)
    {
        Code = receipt;
        Qr = receipt is null ? null : new HtmlString(QrSvg.Draw(address.Absolute($"/votes/{Ballot.Id}?recu={receipt}"), words["Code QR du reçu de vote"]));
    }
}
