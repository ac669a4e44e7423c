using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.Processes;

[Public]
[CachedForVisitors]
internal sealed class ProcessesModel(IProcesses processes, CacheTags tags, TimeProvider clock) : PageModel
{
    public DateTime Now { get; } = clock.UtcNow();

    public IReadOnlyList<Process> All => processes.All;

    public void OnGet() => tags.Add(ContributionEviction.Lists);
}
