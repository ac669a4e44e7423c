using EssConsult.Accounts.Contracts;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Quarantine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Quarantine;

/// <summary>The commission of two: what waits, why, and what is decided; before the opening, the thresholds.</summary>
[RequirePermission(Permissions.ManageBallots)]
internal sealed class VerificationModel(SiteDb db, BallotVerbs verbs, Commission commission, ScreenVotes screen, QuarantineBook book, IPeople people, IEnumerable<ISmsSender> sms, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "etat")]
    public QuarantineState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "motif")]
    public QuarantineReason? Reason { get; set; }

    [BindProperty(SupportsGet = true, Name = "conteste")]
    public bool Contested { get; set; }

    [BindProperty(SupportsGet = true, Name = "groupe")]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public ScreeningForm Form { get; set; } = new();

    /// <summary>What was on the screen where the button was pressed.</summary>
    [BindProperty]
    public string? Sight { get; set; }

    [BindProperty]
    public bool Keeps { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [TempData]
    public string? Notice { get; set; }

    internal Ballot Ballot { get; private set; } = null!;

    internal ScreeningRule Screening { get; private set; } = null!;

    internal IReadOnlyDictionary<(QuarantineState State, QuarantineReason Reason), int> Counts { get; private set; } = new Dictionary<(QuarantineState, QuarantineReason), int>();

    internal IReadOnlyList<QuarantineLine> Groups { get; private set; } = [];

    internal IReadOnlyList<QuarantineVoteLine> Votes { get; private set; } = [];

    internal IReadOnlyDictionary<string, PersonName> Names { get; private set; } = new Dictionary<string, PersonName>();

    public IReadOnlyList<string> SmsProviders { get; private set; } = [];

    public int Pages { get; private set; } = 1;

    public string Me => person.RequiredId;

    public int Count(params QuarantineState[] states) => Counts.Where(pair => states.Contains(pair.Key.State)).Sum(pair => pair.Value);

    public string Link(int number, string? group) => QueryHelpers.AddQueryString($"{Request.PathBase}/admin/votes/{Ballot.Id}/verification", new Dictionary<string, string?>
    {
        ["etat"] = State?.ToString(), ["motif"] = Reason?.ToString(), ["conteste"] = Contested ? "true" : null, ["groupe"] = group, ["page"] = number > 1 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
    }.Where(pair => pair.Value is not null));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => verbs.DescribeAsync(id, plan => plan with { Screening = Form.Change(plan.Screening ?? new ScreeningRule()) }, null, ct), "Critères enregistrés.", ct);

    /// <summary>Without waiting for the job.</summary>
    public Task<IActionResult> OnPostScreenAsync(Guid id, CancellationToken ct) => ActAsync(id, () => screen.RunAsync(id, ct), "Tous les votes viennent d’être examinés.", ct);

    public Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken ct) => ActAsync(id, () => commission.ProposeAsync(id, QuarantineSight.Read(Sight), Keeps, Why, ct), "Proposition enregistrée : une autre personne doit la confirmer.", ct);

    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct) => ActAsync(id, () => commission.ConfirmAsync(id, QuarantineSight.Read(Sight), ct), "Décision confirmée. Les personnes concernées sont prévenues.", ct);

    public Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken ct) => ActAsync(id, () => commission.RefuseAsync(id, QuarantineSight.Read(Sight), ct), "Proposition retirée.", ct);

    public async Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Task> verb, string notice, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await verb();
        Notice = notice;
        return LocalRedirect(Link(1, Group));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Ballot>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } ballot || ballot.Plan is not { Electorate.Kind: ElectorateKind.Addresses } plan)
        {
            return false;
        }

        (Ballot, Screening, SmsProviders) = (ballot, plan.Screening ?? new ScreeningRule(), [.. sms.Select(provider => provider.Name)]);
        if (ballot.State == BallotState.Draft)
        {
            return true;
        }

        var filter = new QuarantineFilter(State, Reason, Contested);
        Number = Math.Max(1, Number);
        Counts = await book.CountsAsync(id, ct);
        (Groups, var total) = Group is null ? await book.GroupsAsync(id, filter, Number, ct) : ([], 0);
        (Votes, var votes) = Group is null ? ([], 0) : await book.VotesAsync(id, Group, filter, Number, ct);
        Pages = Math.Max(1, Group is null ? (total + QuarantineBook.GroupsOnPage - 1) / QuarantineBook.GroupsOnPage : (votes + QuarantineBook.VotesOnPage - 1) / QuarantineBook.VotesOnPage);
        Names = await people.NamesAsync(Groups.Select(line => line.ProposedById).Concat(Votes.SelectMany(line => new[] { line.Row.ProposedById, line.Row.ConfirmedById })).OfType<string>().Distinct(), ct);
        return true;
    }
}
