using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;
using EssConsult.Tickets.Qr;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Desk;
using EssConsult.Voting.Paper;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Voting.Features.Desk;

/// <summary>The desk of a vote: who signs off while it is open, what was found in its box afterwards. What is searched for is posted, so that no address of a page holds a name.</summary>
[RequirePermission(Permissions.KeepVotingDesk), FullHall]
internal sealed class DeskModel(SiteDb db, DeskVoters voters, SignOff signing, IPeople people, ISiteAddress address, IStringLocalizer words) : PageModel, IReloadsForm
{
    private IReadOnlyDictionary<string, PersonName> names = new Dictionary<string, PersonName>();

    [BindProperty]
    public string? Words { get; set; }

    internal Ballot Ballot { get; private set; } = null!;

    internal BallotRule Plan { get; private set; } = null!;

    internal Turnout Turnout { get; private set; } = null!;

    public bool Searched { get; private set; }

    internal IReadOnlyList<(DeskVoter Voter, VoteChannel? Channel)> Found { get; private set; } = [];

    internal IReadOnlyList<PaperBatch> Batches { get; private set; } = [];

    internal Reconciliation Reconciled { get; private set; } = null!;

    public string TabletAddress => address.Absolute($"/votes/{Ballot.Id}/tablette");

    public IHtmlContent TabletQr => new HtmlString(QrSvg.Draw(TabletAddress, words["Code QR de la tablette"]));

    [TempData]
    public string? Notice { get; set; }

    [TempData]
    public string? NoticeName { get; set; }

    /// <summary>French, a key of the translations.</summary>
    internal static string Asked(ElectorateKind kind) => kind switch
    {
        ElectorateKind.Event => "Billet, nom ou numéro de billet",
        ElectorateKind.Roll => "Adresse e-mail de la liste",
        ElectorateKind.Structures => "Nom de la structure",
        _ => "Nom affiché ou adresse e-mail du compte",
    };

    public string NameOf(string personId) => names.TryGetValue(personId, out var name) ? name.DisplayName : words["quelqu’un"];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostFindAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        (Searched, Words) = (true, Words?.Trim());
        var found = await voters.FindAsync(id, Plan.Electorate, Words, ct);
        var ids = found.Select(voter => voter.VoterId).ToList();
        var cast = await db.Set<Vote>().Where(vote => vote.BallotId == id && ids.Contains(vote.VoterId)).Select(vote => new { vote.VoterId, vote.Channel }).ToDictionaryAsync(vote => vote.VoterId, vote => vote.Channel, ct);
        Found = [.. found.Select(voter => (voter, cast.TryGetValue(voter.VoterId, out var channel) ? channel : (VoteChannel?)null))];
        return Page();
    }

    public Task<IActionResult> OnPostSignAsync(Guid id, string? voter, CancellationToken ct) => ActAsync(id, voter, "{0} a émargé.", found => signing.SignAsync(Ballot, found, ct), ct);

    public Task<IActionResult> OnPostUndoAsync(Guid id, string? voter, CancellationToken ct) => ActAsync(id, voter, "L’émargement de {0} est annulé.", found => signing.UndoAsync(id, found.VoterId, ct), ct);

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private async Task<IActionResult> ActAsync(Guid id, string? voter, string notice, Func<DeskVoter, Task> act, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var found = await voters.OneAsync(id, Plan.Electorate, voter ?? string.Empty, ct) ?? throw new RuleException("desk.unknown", "Cette personne ne peut pas voter ici.");
        await act(found);
        (Notice, NoticeName) = (notice, found.Label);
        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { } ballot)
        {
            return false;
        }

        (Ballot, Plan, Turnout) = (ballot, ballot.Plan, await db.TurnoutAsync(id, ct));
        Batches = await db.Set<PaperBatch>().AsNoTracking().Where(batch => batch.BallotId == id).OrderBy(batch => batch.Name).Take(PaperBatches.Most).ToListAsync(ct);
        Reconciled = await db.ReconcileAsync(id, ct);
        names = await people.NamesAsync(Batches.SelectMany(batch => new[] { batch.EnteredById, batch.ConfirmedById }).OfType<string>(), ct);
        return true;
    }
}
