using EssConsult.Actors.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Prize.Features.Gallery;

/// <summary>An edition in numbers, once its laureates are known.</summary>
[Public, CachedForVisitors]
internal sealed class FiguresModel(SiteDb db, IActors actors, ITaxonomies taxonomies, CacheTags tags) : PageModel
{
    internal Edition Edition { get; private set; } = null!;

    internal EditionFigures Figures { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await db.FindEditionAsync(id, ct) is not { Stage: EditionStage.Announced } edition)
        {
            return NotFound();
        }

        tags.Add(id);
        (Edition, Figures) = (edition, await EditionFigures.ReadAsync(db, actors, taxonomies, edition, ct));
        return Page();
    }
}
