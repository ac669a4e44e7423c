using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Features.Processes;

/// <summary>A démarche: its mandate, its étapes with the current one marked, its latest answers. Readable for ever once closed.</summary>
[Public]
[CachedForVisitors]
internal sealed class ProcessModel(SiteDb db, IProcesses processes, CacheTags tags, TimeProvider clock) : PageModel
{
    public DateTime Now { get; } = clock.UtcNow();

    public Process Process { get; private set; } = null!;

    public IReadOnlyList<AnsweredContribution> Answers { get; private set; } = [];

    public int Contributions { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (processes.All.FirstOrDefault(process => process.Path == "demarches/" + slug.ToLowerInvariant()) is not { } found)
        {
            return NotFound();
        }

        Process = found;
        tags.Add(found.Id);
        tags.Add(ContributionEviction.Lists);
        Answers = await AnsweredContribution.LatestAsync(db, found.Id, skipped: 0, 3, ct);
        Contributions = await db.Set<ContributionRow>().Published().CountAsync(row => row.ProcessId == found.Id, ct);
        return Page();
    }
}
