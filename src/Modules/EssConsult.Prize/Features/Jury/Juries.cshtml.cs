using EssConsult.Prize.Scoring;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Prize.Features.Jury;

/// <summary>The juries that one is in.</summary>
[SignedIn]
internal sealed class JuriesModel(JurorSpace space) : PageModel
{
    internal IReadOnlyList<Seat> Seats { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Seats = await space.SeatsAsync(ct);
}
