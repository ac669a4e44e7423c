using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Jury;

/// <summary>Title and structure of every entry that is not kept from this juror yet, to say which of them they have a link with.</summary>
[SignedIn]
internal sealed class LinksModel(SiteDb db, JurorSpace space, JuryVerbs verbs, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Dictionary<Guid, ConflictKind?> Links { get; set; } = [];

    internal Seat Seat { get; private set; } = null!;

    internal IReadOnlyList<(Guid Id, int Number, EntryText Text)> Entries { get; private set; } = [];

    public bool IsTooEarly => !Seat.Edition.IsCallOver(clock.UtcNow());

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken ct)
    {
        if (await space.FindAsync(edition, ct) is not { } seat)
        {
            return NotFound();
        }

        Seat = seat;
        if (!IsTooEarly)
        {
            var found = await db.OpenTo(seat.Juror.PersonId!, edition).Where(entry => entry.State == EntryState.Submitted || entry.State == EntryState.Eligible).OrderBy(entry => entry.Number).Select(entry => new { entry.Id, entry.Number }).ToListAsync(ct);
            var texts = await db.LastSentAsync(found.ConvertAll(entry => entry.Id), ct);
            Entries = [.. found.Select(entry => (entry.Id, entry.Number!.Value, texts[entry.Id]))];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string edition, CancellationToken ct)
    {
        if (await space.FindAsync(edition, ct) is not { } seat)
        {
            return NotFound();
        }

        Seat = seat;
        if (IsTooEarly)
        {
            throw new RuleException("conflict.early", "Les dossiers ne sont pas encore tous là : déclarez vos liens après la fin du dépôt.");
        }

        await verbs.DeclareAsync(seat.Juror, Links.Where(link => link.Value is not null).ToDictionary(link => link.Key, link => link.Value!.Value), ct);
        TempData["Notice"] = "Vos liens sont enregistrés.";
        return RedirectToPage("/EssConsult.Prize/Jury/Desk", new { edition });
    }
}
