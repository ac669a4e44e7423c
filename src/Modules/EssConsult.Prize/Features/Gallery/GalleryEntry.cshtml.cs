using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Gallery;

/// <summary>An entry as everybody may read it: its public answers alone. Nothing here asks who reads.</summary>
[Public, CachedForVisitors]
internal sealed class GalleryEntryModel(SiteDb db, EntryQuestions questions, CacheTags tags) : PageModel
{
    internal Edition Edition { get; private set; } = null!;

    internal EntryText Text { get; private set; } = null!;

    internal Award? Award { get; private set; }

    public IReadOnlyList<FieldValue> Values { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, int number, CancellationToken ct)
    {
        if (await db.FindEditionAsync(id, ct) is not { GalleryUtc: not null } edition || await db.InGallery(edition).Where(entry => entry.Number == number).Select(entry => (Guid?)entry.Id).FirstOrDefaultAsync(ct) is not { } entryId)
        {
            return NotFound();
        }

        tags.Add(id);
        Edition = edition;
        Text = (await db.LastSentAsync([entryId], ct))[entryId];
        Values = await questions.ShowPublicAsync(edition, number, Text, ct);
        Award = edition.Stage == EditionStage.Announced ? await db.Set<Award>().AsNoTracking().FirstOrDefaultAsync(award => award.EntryId == entryId, ct) : null;
        return Page();
    }
}
