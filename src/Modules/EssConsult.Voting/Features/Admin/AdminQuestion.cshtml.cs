using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Admin;

/// <summary>One question of a draft: how it is voted and what between.</summary>
[RequirePermission(Permissions.ManageBallots)]
internal sealed class AdminQuestionModel(SiteDb db, BallotVerbs verbs, OptionSources sources) : PageModel, IReloadsForm
{
    internal static readonly IReadOnlyList<(MotionMajority, string)> Majorities =
        [(MotionMajority.Simple, "Plus de « pour » que de « contre »"), (MotionMajority.Absolute, "Plus de la moitié des votants"), (MotionMajority.TwoThirds, "Deux tiers des exprimés"), (MotionMajority.ThreeQuarters, "Trois quarts des exprimés")];

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public QuestionSettings Set { get; set; } = new();

    [BindProperty]
    public string? Added { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Labels { get; set; } = [];

    [BindProperty]
    public Dictionary<string, long?> Costs { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "source")]
    public string? Source { get; set; }

    internal Ballot Ballot { get; private set; } = null!;

    internal BallotQuestion Question { get; private set; } = null!;

    internal IReadOnlyList<(string Value, string Label)> Sources { get; private set; } = [];

    internal IReadOnlyList<(string Source, string Label)> Candidates { get; private set; } = [];

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string question, CancellationToken ct)
    {
        if (!await FindAsync(id, question, ct))
        {
            return NotFound();
        }

        Set = QuestionRules.Read(Question);
        return Page();
    }

    public Task<IActionResult> OnPostSaveAsync(Guid id, string question, CancellationToken ct) => ChangeAsync(id, question, before =>
    {
        var options = before.Options.Select(option => option with { Label = Labels.TryGetValue(option.Id, out var label) ? TypedText.Line(label, OptionEditing.LongestLabel) : option.Label }).Where(option => option.Label.Length > 0).ToList()
            .With((Added ?? string.Empty).Split('\n').Select(line => (line, (string?)null)));
        var costs = options.Where(option => Costs.GetValueOrDefault(option.Id) is > 0).ToDictionary(option => option.Id, option => Costs[option.Id]!.Value);
        return before with { Title = TypedText.Line(Title, Ballot.LongestTitle) is { Length: > 0 } title ? title : before.Title, Options = options, DrawsTies = Set.DrawsTies, Rule = QuestionRules.Build(Set, costs, before.Rule.Quorum) };
    }, "Question enregistrée.", ct);

    public async Task<IActionResult> OnPostPickAsync(Guid id, string question, List<string> picked, CancellationToken ct)
    {
        var known = (await sources.CandidatesAsync(Source, ct)).Where(candidate => picked.Contains(candidate.Source)).Select(candidate => (candidate.Label, (string?)candidate.Source)).ToList();
        return await ChangeAsync(id, question, before => before with { Options = before.Options.With(known) }, "Options ajoutées.", ct);
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id, string question, CancellationToken ct)
    {
        if (!await FindAsync(id, question, ct))
        {
            return NotFound();
        }

        await verbs.DescribeAsync(id, plan => plan with { Questions = [.. plan.Questions.Where(known => known.Id != question)] }, null, ct);
        return RedirectToPage("/EssConsult.Voting/Admin/AdminBallot", new { id });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), RouteData.Values["question"]!.ToString()!, ct);
    }

    private async Task<IActionResult> ChangeAsync(Guid id, string question, Func<BallotQuestion, BallotQuestion> change, string notice, CancellationToken ct)
    {
        if (!await FindAsync(id, question, ct))
        {
            return NotFound();
        }

        await verbs.DescribeAsync(id, plan => plan.Replace(change(plan.Questions.First(known => known.Id == question))), null, ct);
        Notice = notice;
        return RedirectToPage(new { id, question });
    }

    private async Task<bool> FindAsync(Guid id, string question, CancellationToken ct)
    {
        if (await db.Set<Ballot>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.State == BallotState.Draft, ct) is not { } ballot || ballot.Plan.Questions.FirstOrDefault(known => known.Id == question) is not { } found)
        {
            return false;
        }

        (Ballot, Question) = (ballot, found);
        Sources = await sources.ListAsync(ct);
        Candidates = [.. (await sources.CandidatesAsync(Source, ct)).Where(candidate => found.Options.All(option => option.Source != candidate.Source))];
        return true;
    }
}
