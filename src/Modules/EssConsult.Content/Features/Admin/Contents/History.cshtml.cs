using EssConsult.Content.Permits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>Every version of an item, what changed from one to the next, and the way back.</summary>
[RequirePermission("AccessAdminPanel")]
internal sealed class HistoryModel(IContentStore store, CompareVersions compare, ContentPermits permits, CurrentPerson person, SiteDb db) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    /// <summary>The version that is looked at; the newest when none is named.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public string? Version { get; set; }

    public IReadOnlyList<ContentItem> Versions { get; private set; } = [];

    public ContentItem Shown { get; private set; } = null!;

    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    public bool IsRemoved => Versions.All(version => version is { Latest: false, Published: false });

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await OpenAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await OpenAsync(ct) is { } refused)
        {
            return refused;
        }

        if (await store.RestoreAsync(Shown.ContentItemVersionId, ct) is null)
        {
            return NotFound();
        }

        db.Audit(new AuditEntry("content.restore", Id, person.RequiredId, new { Shown.ContentType, Shown.ContentItemVersionId }));
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Url.Content($"~/admin/contenus/{Id}?{Done.Parameter}={Done.Restored}"));
    }

    public Task ReloadAsync(CancellationToken ct) => OpenAsync(ct);

    private async Task<IActionResult?> OpenAsync(CancellationToken ct)
    {
        Versions = await store.HistoryAsync(Id, ct);
        if (Versions.Count == 0)
        {
            return NotFound();
        }

        if (!permits.CanEdit(Versions[0]))
        {
            return Forbid();
        }

        var index = Version is null ? 0 : Versions.ToList().FindIndex(version => version.ContentItemVersionId == Version);
        if (index < 0)
        {
            return NotFound();
        }

        Shown = Versions[index];
        Changes = await compare.HandleAsync(index + 1 < Versions.Count ? Versions[index + 1] : null, Shown, ct);
        return null;
    }
}
