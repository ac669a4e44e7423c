using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Gallery;

/// <summary>The eligible entries of an edition, as everybody may read them. Nothing here asks who reads. Four queries, however many there are.</summary>
[Public, CachedForVisitors]
internal sealed class GalleryModel(SiteDb db, CacheTags tags) : PageModel
{
    public const int PageSize = 24;

    [BindProperty(SupportsGet = true, Name = "categorie")]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    internal Edition Edition { get; private set; } = null!;

    internal IReadOnlyList<(int Number, EntryText Text, string? Award)> Entries { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public string Link(int number) => Address(Category, number);

    public string Address(string? category, int number = 1) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString($"{Request.PathBase}/prix/{Edition.ContentItemId}/galerie", new Dictionary<string, string?>
    {
        ["categorie"] = string.IsNullOrEmpty(category) ? null : category, ["page"] = number > 1 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
    }.Where(pair => pair.Value is not null));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await db.FindEditionAsync(id, ct) is not { GalleryUtc: not null } edition)
        {
            return NotFound();
        }

        tags.Add(id);
        Edition = edition;
        var shown = db.InGallery(edition).Where(entry => string.IsNullOrEmpty(Category) || entry.SentCategory == Category);
        Total = await shown.CountAsync(ct);
        Number = Math.Clamp(Number, 1, Pages);
        var rows = await shown.OrderBy(entry => entry.Number).Skip((Number - 1) * PageSize).Take(PageSize).Select(entry => new { entry.Id, entry.Number, Award = edition.Stage == EditionStage.Announced ? db.Set<Award>().Where(award => award.EntryId == entry.Id).Select(award => award.Name).FirstOrDefault() : null }).ToListAsync(ct);
        var texts = await db.LastSentAsync(rows.ConvertAll(row => row.Id), ct);
        Entries = [.. rows.Select(row => (row.Number!.Value, texts[row.Id], row.Award))];
        return Page();
    }
}
