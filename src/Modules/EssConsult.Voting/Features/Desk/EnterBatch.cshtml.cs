using EssConsult.Voting.Ballots;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Electorates;
using EssConsult.Voting.Paper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Desk;

/// <summary>Enters a batch, or corrects one's own before it is confirmed.</summary>
[RequirePermission(Permissions.KeepVotingDesk)]
internal sealed class EnterBatchModel(SiteDb db, PaperBatches batches, CurrentPerson person) : PageModel, IReloadsForm
{
    private const int MostWeights = 50;

    [BindProperty]
    public BatchEntry Entry { get; set; } = new();

    [BindProperty]
    public int Revision { get; set; }

    internal Ballot Ballot { get; private set; } = null!;

    internal BallotRule Rule { get; private set; } = null!;

    /// <summary>That voices of this vote bear.</summary>
    public IReadOnlyList<long> Weights { get; private set; } = [1];

    internal IReadOnlyList<LineFault> Faults { get; private set; } = [];

    [TempData]
    public string? Notice { get; set; }

    internal static IEnumerable<(string Key, string Label)> KeysOf(BallotQuestion question) => Choices.ShapeOf(question.Rule.Method) == ChoiceShape.Mark
        ? [("for", "Pour"), ("against", "Contre"), ("abstain", "Abstention")] : question.Options.Select(option => (option.Id, option.Label));

    /// <summary>French, a key of the translations.</summary>
    internal static string Grammar(BallotQuestion question) => Choices.ShapeOf(question.Rule.Method) switch
    {
        ChoiceShape.Mark => "Écrivez « pour », « contre » ou « abstention ».",
        ChoiceShape.Ranking => "Écrivez les numéros dans l’ordre de préférence : « 2 > 1 = 3 ». « = » met deux options à égalité ; ce qui n’est pas écrit n’est pas classé.",
        ChoiceShape.Grades => "Écrivez une note par option, dans leur ordre : « 5 0 - 3 ». « - » pour une option sans note.",
        _ => "Écrivez les numéros choisis : « 1, 3 ».",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? batch, BatchKind? nature, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (batch is null)
        {
            (Entry.Kind, Entry.Name) = (nature ?? BatchKind.Paper, nature == BatchKind.Hands ? "Mains levées" : "Bulletins papier");
            return Page();
        }

        if (await db.Set<PaperBatch>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == batch && row.BallotId == id && row.ConfirmedById == null && row.EnteredById == person.RequiredId, ct) is not { } mine)
        {
            return NotFound();
        }

        (Entry, Revision) = (BatchEntry.Of(Rule, mine), mine.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? batch, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var weight = Weights.Contains(Entry.Weight ?? 0) ? Entry.Weight!.Value : Weights[0];
        var (counted, faults) = Entry.Read(Rule, weight);
        if (faults.Count > 0)
        {
            Faults = faults;
            Response.StatusCode = 400;
            return Page();
        }

        var saved = await batches.SaveAsync(id, batch, Revision, Entry.Kind, weight, counted, ct);
        Notice = "Lot enregistré : une autre personne le confirme.";
        return RedirectToPage("/EssConsult.Voting/Desk/Batch", new { id, batch = saved });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { State: BallotState.Closed } ballot)
        {
            return false;
        }

        (Ballot, Rule) = (ballot, ballot.Plan);
        if (Rule.Electorate.Kind is ElectorateKind.Roll or ElectorateKind.Structures)
        {
            Weights = await db.Set<RollLine>().Where(line => line.BallotId == id).Select(line => line.Weight).Distinct().OrderBy(weight => weight).Take(MostWeights).ToListAsync(ct);
        }

        return true;
    }
}
