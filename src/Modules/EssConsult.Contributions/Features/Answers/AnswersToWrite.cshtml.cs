using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Features.Answers;

internal sealed record ContributionToAnswer(string Id, string Title, string? State, DateTime? PublishedUtc, bool HasDraft, bool IsDemo);

/// <summary>The contributions that wait for an answer, oldest first; « À l'étude » is not the last word.</summary>
[RequirePermission(Permissions.AnswerContributions)]
internal sealed class AnswersToWriteModel(SiteDb db, IProcesses processes) : PageModel
{
    private const int PageSize = 50;

    // Razor Pages keep a route value of that name for themselves.
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "toutes")]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true, Name = "demarche")]
    public string? ProcessId { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    public bool IsFiltered => !string.IsNullOrEmpty(ProcessId) || !string.IsNullOrWhiteSpace(Words);

    public IReadOnlyList<Process> Processes => processes.All;

    public IReadOnlyList<ContributionToAnswer> Found { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = All ? db.Set<ContributionRow>().Published() : db.Set<ContributionRow>().Unanswered(processes);
        rows = string.IsNullOrEmpty(ProcessId) ? rows : rows.Where(row => row.ProcessId == ProcessId);
        rows = rows.HoldingWords(Words, row => row.WordsKey);
        Total = await rows.CountAsync(ct);
        Number = Math.Clamp(Number, 1, Pages);
        Found = await rows.OrderBy(row => row.PublishedUtc).ThenBy(row => row.ContentItemId).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(row => new ContributionToAnswer(
                row.ContentItemId, row.Title, row.AnswerState, row.PublishedUtc, db.Set<Answer>().Any(answer => answer.ContentItemId == row.ContentItemId), row.IsDemo))
            .ToListAsync(ct);
    }

    public string Link(bool all, int page = 1) => "~/admin/reponses" + QueryString.Create(new Dictionary<string, string?>
    {
        ["toutes"] = all ? "true" : null, ["demarche"] = ProcessId, ["q"] = Words, ["page"] = page > 1 ? $"{page}" : null,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
