using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Prize.Features.Jury;

/// <summary>Late codes as the chair sees them, without addresses.</summary>
[SignedIn]
internal sealed class LateEntriesModel(SiteDb db, JurorSpace space, CurrentPerson person) : PageModel
{
    internal Edition Edition { get; private set; } = null!;

    internal IReadOnlyList<LateCodeLine> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken ct)
    {
        if (await space.FindAsync(edition, ct) is not { Juror.IsPresident: true } seat)
        {
            return NotFound();
        }

        Edition = seat.Edition;
        Codes = [.. (await db.LateCodesAsync(person.RequiredId, edition, ct)).Select(line => line with { Email = null })];
        return Page();
    }
}
