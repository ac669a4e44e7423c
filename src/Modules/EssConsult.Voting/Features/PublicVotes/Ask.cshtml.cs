using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Features.Votes;
using EssConsult.Voting.PublicVote;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace EssConsult.Voting.Features.PublicVotes;

/// <summary>Takes the filled ballot and the address. What it answers is the same for every address.</summary>
[Public]
[EnableRateLimiting(PublicVoteLimits.Policy)]
internal sealed class AskModel(SiteDb db, AskVote ask) : PageModel, IReloadsForm
{
    private bool hasUnreadable;

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Stamp { get; set; }

    [BindProperty]
    public string? Voice { get; set; }

    internal Ballot Ballot { get; private set; } = null!;

    internal BallotRule Rule { get; private set; } = null!;

    internal JsonObject Answers { get; } = [];

    internal IEnumerable<QuestionView> Views => Rule.Questions.Select(question => new QuestionView(question, question.Options, Answers[question.Id]));

    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, bool envoye, CancellationToken ct)
    {
        IsSent = envoye;
        return !await FindAsync(id, ct) ? NotFound() : IsSent ? Page() : RedirectToPage("/EssConsult.Voting/Votes/Cast", new { id });
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (hasUnreadable)
        {
            throw new RuleException("vote.unreadable", "Votre vote n’a pas pu être lu : rien n’a été enregistré. Recommencez.");
        }

        await ask.HandleAsync(Ballot, Rule, new VoteRequest(Choices.Write(Rule, Answers), Address, Stamp, NetworkPrefix.Of(HttpContext.Connection.RemoteIpAddress), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), ct);
        return RedirectToPage(new { id, envoye = true });
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { } ballot || ballot.Plan is not { Electorate.Kind: ElectorateKind.Addresses } rule)
        {
            return false;
        }

        (Ballot, Rule) = (ballot, rule);
        if (Answers.Count == 0 && Request.HasFormContentType)
        {
            var carried = ChoiceForm.Carried(Request.Form["Answers"]);
            foreach (var question in Rule.Questions)
            {
                Answers[question.Id] = Choices.Readable(question, carried[question.Id]);
                hasUnreadable |= Answers[question.Id] is null && carried[question.Id] is not null and not JsonArray { Count: 0 };
            }
        }

        return true;
    }
}
