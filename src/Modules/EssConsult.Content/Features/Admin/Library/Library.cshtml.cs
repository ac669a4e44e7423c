using EssConsult.Content.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Library;

/// <summary>The files that editors share: find one, bring one.</summary>
[RequirePermission(Permissions.ManageMediaContent)]
internal sealed class LibraryModel(MediaLibrary library, MediaStore store, SiteDb db, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    // Razor Pages keep a route value named « page » for themselves.
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public MediaPage Found { get; private set; } = new([], 0);

    public int Pages => Math.Max(1, (Found.Total + MediaLibrary.PageSize - 1) / MediaLibrary.PageSize);

    public long MaxMegabytes => store.MaxBytes / 1_000_000;

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? description, CancellationToken ct)
    {
        if (file is null || file.Length == 0)
        {
            throw new RuleException("media.missing", "Choisissez un fichier.") { Field = "file" };
        }

        await using var content = file.OpenReadStream();
        await store.AddToLibraryAsync(content, file.FileName, description, person.RequiredId, ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Url.Content($"~/admin/medias?{Done.Parameter}={Done.Saved}"));
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        Found = await library.PageAsync(Text, Number, ct);
    }
}
