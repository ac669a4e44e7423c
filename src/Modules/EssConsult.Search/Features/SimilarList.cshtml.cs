using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace EssConsult.Search.Features;

/// <summary>The piece of HTML that the form fetches while its author types.</summary>
[Public]
[EnableRateLimiting(SimilarLimit.Policy)]
[ResponseCache(NoStore = true)]
public sealed class SimilarListModel(ISimilar similar) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "titre")]
    public string? TitleText { get; set; }

    [BindProperty(SupportsGet = true, Name = "texte")]
    public string? BodyText { get; set; }

    [BindProperty(SupportsGet = true, Name = "sauf")]
    public string? ExceptId { get; set; }

    [BindProperty(SupportsGet = true, Name = "secteur")]
    public string? Sector { get; set; }

    public IReadOnlyList<SimilarItem> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Items = await similar.FindAsync(new SimilarQuestion(TitleText, BodyText) { ExcludeId = ExceptId, Sectors = Sector is { Length: > 0 } sector ? [sector] : [] }, ct);
}
