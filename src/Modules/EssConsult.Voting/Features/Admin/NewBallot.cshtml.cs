using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Voting.Features.Admin;

/// <summary>A title and a method: everything else has a default.</summary>
[RequirePermission(Permissions.ManageBallots)]
internal sealed class NewBallotModel(BallotVerbs verbs) : PageModel
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public TallyMethod Method { get; set; } = TallyMethod.Motion;

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (TypedText.Line(Title, Ballot.LongestTitle) is not { Length: > 0 } title)
        {
            throw new RuleException("ballot.title", "Dites en une phrase ce qui est mis au vote.") { Field = nameof(Title) };
        }

        var ballot = await verbs.CreateAsync(new BallotRule { Title = title, Questions = [QuestionEditing.New("q1", title, new QuestionSettings { Method = Method })] }, ct);
        return RedirectToPage("/EssConsult.Voting/Admin/AdminBallot", new { id = ballot.Id });
    }
}
