using EssConsult.Content.Media;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.Admin.Library;

/// <summary>One file of the library: its description, the contents that show it, and its end when none does.</summary>
[RequirePermission(Permissions.ManageMediaContent)]
internal sealed class LibraryFileModel(SiteDb db, MediaFiles files, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true)]
    public string Path { get; set; } = string.Empty;

    public MediaRow Shown { get; private set; } = null!;

    public IReadOnlyList<(string Id, string Title)> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await OpenAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? description, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        if (Shown.IsImage && string.IsNullOrWhiteSpace(description))
        {
            throw new RuleException("media.text-missing", "Décrivez l’image en quelques mots, pour les personnes qui ne la voient pas.") { Field = "description" };
        }

        Shown.AlternativeText = description?.Trim();
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Url.Content($"~/admin/medias?{Done.Parameter}={Done.Saved}"));
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        if (Uses.Count > 0)
        {
            throw new RuleException("media.used", "Ce fichier est montré par des contenus : retirez-le d’abord de leurs pages.");
        }

        db.Remove(Shown);
        db.Audit(new AuditEntry("media.delete", Shown.Path, person.RequiredId));
        await db.SaveChangesAsync(ct);
        if (!await db.Set<MediaRow>().AnyAsync(row => row.Hash == Shown.Hash, ct))
        {
            files.Delete(Shown);
        }

        return LocalRedirect(Url.Content($"~/admin/medias?{Done.Parameter}={Done.Removed}"));
    }

    public Task ReloadAsync(CancellationToken ct) => OpenAsync(ct);

    private async Task<bool> OpenAsync(CancellationToken ct)
    {
        if (await db.Set<MediaRow>().FirstOrDefaultAsync(row => row.Path == Path && row.InLibrary, ct) is not { } found)
        {
            return false;
        }

        Shown = found;
        var active = db.Set<MediaUse>().Where(use => use.Path == Path && (use.Latest || use.Published)).Select(use => use.ContentItemId);
        var titles = await db.Set<ContentRow>().AsNoTracking().Where(row => active.Contains(row.ContentItemId) && (row.Latest || row.Published))
            .Select(row => new { row.ContentItemId, row.DisplayText }).Take(200).ToListAsync(ct);
        Uses = [.. titles.DistinctBy(row => row.ContentItemId).Select(row => (row.ContentItemId, row.DisplayText ?? row.ContentItemId))];
        return true;
    }
}
