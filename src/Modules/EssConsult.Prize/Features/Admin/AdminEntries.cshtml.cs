using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Admin;

/// <summary>The entries of an edition, those that the reader is recused from left out. Five queries, however many there are.</summary>
[RequirePermission(Permissions.ManagePrize)]
internal sealed class AdminEntriesModel(SiteDb db, CurrentPerson person) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "etat")]
    public EntryState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "categorie")]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    internal Edition Edition { get; private set; } = null!;

    internal IReadOnlyList<(Entry Entry, EntryText Text)> Entries { get; private set; } = [];

    public int Total { get; private set; }

    public int Recused { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public string Link(int number) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString($"{Request.PathBase}/admin/prix/{Edition.ContentItemId}/dossiers", new Dictionary<string, string?>
    {
        ["etat"] = State?.ToString(), ["categorie"] = string.IsNullOrEmpty(Category) ? null : Category, ["page"] = number > 1 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
    }.Where(pair => pair.Value is not null));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == id, ct) is not { } edition)
        {
            return NotFound();
        }

        Edition = edition;
        var found = db.OpenTo(person.RequiredId, id).AsNoTracking().Where(entry => (State == null || entry.State == State) && (string.IsNullOrEmpty(Category) || entry.SentCategory == Category));
        Total = await found.CountAsync(ct);
        Number = Math.Clamp(Number, 1, Pages);
        Recused = await db.RecusedAsync(person.RequiredId, id, ct);
        var rows = await found.OrderBy(entry => entry.Number).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var texts = await db.LastSentAsync(rows.ConvertAll(entry => entry.Id), ct);
        Entries = [.. rows.Select(entry => (entry, texts[entry.Id]))];
        return Page();
    }
}
