using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Features.Home;

/// <summary>The home page, in the order that a phone shows: the question first, one thing to do, then what came of it. A site may put an item of its own in its place.</summary>
[Public]
[CachedForVisitors]
internal sealed class HomeModel(SiteDb db, ContributionList list, ContributionCards cards, IProcesses processes, IContentStore content, IHomeItem home, CacheTags tags, TimeProvider clock) : PageModel
{
    public DateTime Now { get; } = clock.UtcNow();

    public HomeItem? Item { get; private set; }

    /// <summary>The démarche that one can take part in now, else the most recent.</summary>
    public Process? Process { get; private set; }

    public Phase? Writing { get; private set; }

    public Phase? Current { get; private set; }

    public IReadOnlyList<ContributionCard> Cards { get; private set; } = [];

    public int Total { get; private set; }

    public IReadOnlyList<AnsweredContribution> Answers { get; private set; } = [];

    public IReadOnlyList<ContentItem> Figures { get; private set; } = [];

    public int DaysLeft => Writing?.EndsUtc is { } end ? Math.Max(0, (end.ToParis().Date - Now.ToParis().Date).Days) : 0;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken ct)
    {
        Item = await home.FindAsync(number, ct);
        if (Item is not null)
        {
            return;
        }

        tags.Add(ContributionEviction.Lists);
        Process = processes.All.FirstOrDefault(process => process.WritingPhase(Now) is not null) ?? (processes.All.Count > 0 ? processes.All[0] : null);
        Writing = Process?.WritingPhase(Now);
        Current = Process?.CurrentPhase(Now);
        var page = await list.ReadAsync(new ContributionFilter { ProcessId = Process?.Id, Seed = DateOnly.FromDateTime(Now.ToParis()).DayNumber }, ct);
        Total = page.Total;
        Cards = await cards.ReadAsync([.. page.Ids.Take(3)], ct);
        Answers = await AnsweredContribution.LatestAsync(db, processId: null, skipped: 0, 2, ct);
        Figures = [.. (await content.ListAsync("KeyFigure", ContentVersion.Published, ct)).Take(3)];
    }
}
