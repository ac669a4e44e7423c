using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Jury;

/// <summary>Title and structure of every entry that is not kept from this juror yet, to say which of them they have a link with.</summary>
[SignedIn]
internal sealed class LinksModel(SiteDb db, JurorSpace space, JuryVerbs verbs, TimeProvider clock) : PageModel, IReloadsForm
{
    /// <summary>The kind of link by the entry's id; empty where there is none.</summary>
    [BindProperty]
    public Dictionary<string, string?> Links { get; set; } = [];

    internal Seat Seat { get; private set; } = null!;

    internal IReadOnlyList<(Guid Id, int Number, EntryText Text)> Entries { get; private set; } = [];

    public bool IsTooEarly => Seat.Edition.Stage == EditionStage.Call && !Seat.Edition.IsCallOver(clock.UtcNow());

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken ct) => await FindAsync(edition, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string edition, CancellationToken ct)
    {
        if (!await FindAsync(edition, ct))
        {
            return NotFound();
        }

        if (IsTooEarly)
        {
            throw new RuleException("conflict.early", "Les dossiers ne sont pas encore tous là : déclarez vos liens après la fin du dépôt.");
        }

        await verbs.DeclareAsync(Seat.Juror, Read(), ct);
        TempData["Notice"] = "Vos liens sont enregistrés.";
        return RedirectToPage("/EssConsult.Prize/Jury/Desk", new { edition });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["edition"]!.ToString()!, ct);
    }

    /// <exception cref="RuleException">A link that is none: better none than another one.</exception>
    private Dictionary<Guid, ConflictKind> Read()
    {
        var links = new Dictionary<Guid, ConflictKind>();
        foreach (var (id, kind) in Links.Where(link => !string.IsNullOrEmpty(link.Value)))
        {
            links[Guid.TryParse(id, out var entry) ? entry : throw Unknown()] = Enum.TryParse<ConflictKind>(kind, out var known) && Enum.IsDefined(known) ? known : throw Unknown();
        }

        return links;
    }

    private static RuleException Unknown() => new("conflict.kind", "Choisissez quel lien.");

    private async Task<bool> FindAsync(string edition, CancellationToken ct)
    {
        if (await space.FindAsync(edition, ct) is not { } seat)
        {
            return false;
        }

        Seat = seat;
        if (!IsTooEarly)
        {
            var found = await db.OpenTo(seat.Juror.PersonId!, edition).Where(entry => entry.State == EntryState.Submitted || entry.State == EntryState.Eligible).OrderBy(entry => entry.Number).Select(entry => new { entry.Id, entry.Number }).ToListAsync(ct);
            var texts = await db.LastSentAsync(found.ConvertAll(entry => entry.Id), ct);
            Entries = [.. found.Select(entry => (entry.Id, entry.Number!.Value, texts[entry.Id]))];
        }

        return true;
    }
}
