using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.Read;

/// <summary>Every published answer, the latest first, of all démarches or of one.</summary>
[Public]
[CachedForVisitors]
internal sealed class AnswersModel(SiteDb db, IProcesses processes, CacheTags tags) : PageModel
{
    private const int PageSize = 24;

    public IReadOnlyList<AnsweredContribution> Answers { get; private set; } = [];

    public IReadOnlyList<Process> Processes => processes.All;

    public Process? Process { get; private set; }

    public int Number { get; private set; }

    public int Pages { get; private set; }

    public async Task OnGetAsync(string? demarche, [FromQuery(Name = "page")] int? page, CancellationToken ct)
    {
        tags.Add(ContributionEviction.Lists);
        Process = demarche is { Length: > 0 } ? processes.Find(demarche) : null;
        Pages = Math.Max(1, (await AnsweredContribution.CountAsync(db, Process?.Id, ct) + PageSize - 1) / PageSize);
        Number = Math.Clamp(page ?? 1, 1, Pages);
        Answers = await AnsweredContribution.LatestAsync(db, Process?.Id, (Number - 1) * PageSize, PageSize, ct);
    }

    public string Link(int page) => "~/reponses" + QueryString.Create(new Dictionary<string, string?> { ["demarche"] = Process?.Id, ["page"] = page > 1 ? $"{page}" : null }.Where(pair => pair.Value is not null));
}
