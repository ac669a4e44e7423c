using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Desk;
using EssConsult.Voting.PublicVote;
using EssConsult.Voting.Secrecy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Votes;

/// <summary>Everything public about a vote: its rule while it is open, its result afterwards; before the close only how many voted, and that only where the rule says so.</summary>
[Public]
internal sealed class VoteModel(SiteDb db, VotedMarks marks, PublicReader reader, EssConsult.Prize.Contracts.IPublicVotes prizes, CurrentPerson person, TimeProvider clock) : PageModel
{
    internal Ballot Ballot { get; private set; } = null!;

    internal BallotRule Rule { get; private set; } = null!;

    internal VotedMark? Voted { get; private set; }

    internal IReadOnlyList<QuestionOutcome> Results { get; private set; } = [];

    internal BallotBox? Box { get; private set; }

    /// <summary>Null while it is not shown.</summary>
    internal Turnout? Turnout { get; private set; }

    internal PublicView? Public { get; private set; }

    /// <summary>Pages of options that come from the site.</summary>
    internal IReadOnlyDictionary<string, string> Paths { get; private set; } = new Dictionary<string, string>();

    [BindProperty(SupportsGet = true, Name = "recu")]
    public string? Receipt { get; set; }

    public bool? Found { get; private set; }

    /// <summary>The vote of this receipt is in quarantine.</summary>
    public bool Waits { get; private set; }

    public DateTime Now => clock.UtcNow();

    public bool BoxIsPublished => SmallVotes.ShowsBox(Ballot);

    /// <summary>Who voted, by groups; null before the count.</summary>
    internal Participation? Participation => Ballot.Participation is { } kept ? Participation.Read(kept) : null;

    public bool IsOpen => Ballot.TakesVotes(Now);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { } ballot)
        {
            return NotFound();
        }

        (Ballot, Rule) = (ballot, ballot.Plan);
        Voted = person.Id is { } me ? await marks.OfAsync(me, id, ct) : null;
        if (ballot is { Result: { } result, Box: { } box } && SmallVotes.ShowsResult(ballot))
        {
            (Results, Box) = (QuestionOutcome.Of(Rule, BallotResult.Read(result)), BallotBox.Read(box));
        }

        Public = await reader.OfAsync(ballot, Rule, Box, ct);
        if (Rule.ShowsTurnout || ballot.State == BallotState.Counted)
        {
            Turnout = await db.TurnoutAsync(id, ct);
        }

        var sources = Rule.Questions.SelectMany(question => question.Options).Select(option => option.Source).OfType<string>().ToList();
        Paths = sources.Count == 0 ? Paths : await db.Set<ContentRow>().Where(row => sources.Contains(row.ContentItemId) && row.Published && row.Path != null).ToDictionaryAsync(row => row.ContentItemId, row => row.Path!, ct);
        if (Rule.Prize is not null)
        {
            Paths = (await prizes.PathsAsync([.. sources.Select(Guid.Parse)], ct)).ToDictionary(entry => entry.Key.ToString(), entry => entry.Value);
        }

        if (ReceiptCode.Clean(Receipt) is { Length: > 0 } code)
        {
            Receipt = code;
            Waits = Public is not null && await db.Set<Vote>().AnyAsync(vote => vote.BallotId == id && vote.Receipt == code && vote.Quarantine != null, ct);
            Found = await db.Set<Vote>().AnyAsync(vote => vote.BallotId == id && vote.Receipt == code, ct) || await db.Set<PublishedReceipt>().AnyAsync(receipt => receipt.BallotId == id && receipt.Code == code, ct);
        }

        return Page();
    }
}
