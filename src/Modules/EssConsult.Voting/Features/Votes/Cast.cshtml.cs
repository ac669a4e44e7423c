using System.Text.Json.Nodes;
using EssConsult.Accounts.Contracts;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Electorates;
using EssConsult.Voting.Features.Desk;
using EssConsult.Voting.PublicVote;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Votes;

/// <summary>One task on each screen: each question, then the review, then the vote.</summary>
[Public, FullHall, TabletTurn]
internal sealed class CastModel(SiteDb db, Eligibility eligibility, CastVote cast, BallotStamps stamps, IIdentify identify, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    private bool hasUnreadable;

    [BindProperty]
    public Guid FormKey { get; set; } = Guid.NewGuid();

    [BindProperty]
    public int Step { get; set; }

    [BindProperty]
    public string? Voice { get; set; }

    [BindProperty]
    public string? Ticket { get; set; }

    /// <summary>On a tablet that goes from hand to hand: the number of this turn.</summary>
    [BindProperty]
    public string? Handover { get; set; }

    /// <summary>Of a ballot without an account.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    internal Ballot Ballot { get; private set; } = null!;

    internal BallotRule Rule { get; private set; } = null!;

    internal IReadOnlyList<Voice> Voices { get; private set; } = [];

    internal Voice Mine => Voices.FirstOrDefault(voice => voice.VoterId == Voice) ?? Voices[0];

    internal JsonObject Answers { get; } = [];

    internal BallotQuestion? Current => Step < Rule.Questions.Count ? Rule.Questions[Step] : null;

    public bool TakesAddresses => Rule.Electorate.Kind == ElectorateKind.Addresses;

    public bool TakesTickets => Rule.Electorate.Kind is ElectorateKind.Event or ElectorateKind.Room;

    /// <summary>What a QR code on the screen of a room fills in.</summary>
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public string SignInPath => identify.PageFor($"/votes/{Ballot.Id}/voter");

    /// <summary>Why nothing can be cast; null when it can.</summary>
    public string? Closed { get; private set; }

    [TempData]
    public string? Receipt { get; set; }

    internal QuestionView View(BallotQuestion question) => new(question, VoterOrder.Of(question, Rule.Id, Mine.VoterId), Answers[question.Id]);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        !await FindAsync(id, ct) ? NotFound() : Voices.Count == 0 && !TakesTickets && !person.IsSignedIn ? LocalRedirect(Request.PathBase + SignInPath) : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Answer();
        Step++;
        return Shown();
    }

    /// <summary>Moves one option of a ranking a place up or down.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, string? move, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Answer();
        if (Current is { } question && move?.Split('-', 2) is [var direction, var option])
        {
            Answers[question.Id] = RankMove.Of(Answers[question.Id] as JsonArray, option, isUp: direction == "up");
        }

        return Shown();
    }

    public async Task<IActionResult> OnPostBackAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Step = Math.Clamp(Step - 1, 0, Rule.Questions.Count);
        return Shown();
    }

    /// <summary>The code of a ticket is the right to vote.</summary>
    public async Task<IActionResult> OnPostTicketAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Step = 0;
        if (Voices.Count > 0)
        {
            return Shown();
        }

        throw Rule.Electorate.Kind == ElectorateKind.Room
            ? new RuleException("vote.room-code", "Ce n’est pas le code des tables de ce sondage.") { Field = nameof(Ticket) }
            : new RuleException("vote.ticket", "Ce code n’ouvre pas ce vote : il faut un billet de ce rendez-vous, et être passé par l’accueil.") { Field = nameof(Ticket) };
    }

    public async Task<IActionResult> OnPostCastAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (Voices.Count == 0)
        {
            throw new RuleException("vote.not-listed", "Vous n’êtes pas sur la liste de ce vote.");
        }

        if (TakesAddresses)
        {
            throw new RuleException("vote.address-first", "Ce vote se confirme par une adresse e-mail : donnez la vôtre.");
        }

        // The voice that was reviewed, and no other that this person may have.
        if (Voice is { Length: > 0 } && Mine.VoterId != Voice)
        {
            throw new RuleException("vote.voice", "Cette voix n’est plus la vôtre, ou elle est déjà donnée : rien n’a été enregistré. Relisez votre vote.");
        }

        if (hasUnreadable)
        {
            throw new RuleException("vote.unreadable", "Votre vote n’a pas pu être lu : rien n’a été enregistré. Recommencez.");
        }

        Receipt = await cast.HandleAsync(Ballot, Rule, Mine, FormKey, Choices.Write(Rule, Answers), ct);
        return !string.IsNullOrEmpty(Handover) ? RedirectToPage(TabletModel.PageName, new { id, fait = true }) : RedirectToPage("/EssConsult.Voting/Votes/Receipt", new { id });
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    /// <summary>Takes the answer to the question that was on the screen.</summary>
    private void Answer()
    {
        if (Voices.Count > 0 && Current is { } question)
        {
            Answers[question.Id] = ChoiceForm.Read(question, Request.Form);
        }
    }

    /// <summary>Each screen is a form of its own: whoever goes back and changes a vote casts another, whoever presses twice casts one.</summary>
    private PageResult Shown()
    {
        ModelState.Clear();
        FormKey = Guid.NewGuid();
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { } ballot)
        {
            return false;
        }

        (Ballot, Rule) = (ballot, ballot.Plan);
        Step = Math.Clamp(Step, 0, Rule.Questions.Count);
        if (Answers.Count == 0 && Request.HasFormContentType)
        {
            var carried = ChoiceForm.Carried(Request.Form["Answers"]);
            foreach (var question in Rule.Questions.Where(question => carried.ContainsKey(question.Id)))
            {
                Answers[question.Id] = Choices.Readable(question, carried[question.Id]);
                hasUnreadable |= Answers[question.Id] is null && carried[question.Id] is not null and not JsonArray { Count: 0 };
            }
        }

        Voices = TakesAddresses ? [OfForm()] : await eligibility.OfCodeAsync(ballot, Rule, Ticket, Browsers.Of(HttpContext), ct) is { } voice ? [voice] : await eligibility.OfAsync(ballot, Rule, ct);
        Closed = ballot.TakesVotes(clock.UtcNow()) ? await WhyNotAsync(ct) : ballot.OpensUtc > clock.UtcNow() && ballot.State == BallotState.Open ? "Ce vote n’est pas encore ouvert." : "Ce vote est clos.";
        return true;
    }

    /// <summary>No voice yet, only an order of the options that stays the same from screen to screen, and in one browser.</summary>
    private Voice OfForm()
    {
        Stamp ??= stamps.New(Ballot.Id);
        Voice ??= Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Browsers.Of(HttpContext) ?? Stamp)));
        return new Voice(Voice, 1);
    }

    private async Task<string?> WhyNotAsync(CancellationToken ct)
    {
        if (Voices.Count == 0)
        {
            return null;
        }

        var ids = Voices.Select(voice => voice.VoterId).ToList();
        var cast = await db.Set<Vote>().AsNoTracking().Where(vote => vote.BallotId == Ballot.Id && ids.Contains(vote.VoterId)).Select(vote => new { vote.VoterId, vote.Channel, vote.FormKey }).ToListAsync(ct);
        var left = Voices.Where(voice => cast.All(vote => vote.VoterId != voice.VoterId || vote.FormKey == FormKey || (Rule.Revote && vote.Channel == VoteChannel.Online))).ToList();
        Voices = left.Count > 0 ? left : Voices;
        return cast.Any(vote => vote.VoterId == Mine.VoterId && vote.FormKey != FormKey && vote.Channel == VoteChannel.Desk) ? "Vous avez déjà voté au bureau de vote."
            : !Rule.Revote && cast.Any(vote => vote.VoterId == Mine.VoterId && vote.FormKey != FormKey) ? "Vous avez déjà voté." : null;
    }
}
