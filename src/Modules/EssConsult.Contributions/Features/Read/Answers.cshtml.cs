using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.Read;

[Public]
[CachedForVisitors]
internal sealed class AnswersModel(SiteDb db, CacheTags tags) : PageModel
{
    private const int Shown = 100;

    public IReadOnlyList<AnsweredContribution> Answers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        tags.Add(ContributionEviction.Lists);
        Answers = await AnsweredContribution.LatestAsync(db, processId: null, Shown, ct);
    }
}
