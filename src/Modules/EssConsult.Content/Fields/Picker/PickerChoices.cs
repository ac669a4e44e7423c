using EssConsult.Content.Routing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Fields.Picker;

/// <summary>What a picker may point to: published items of the types that its settings name.</summary>
internal sealed class PickerChoices(SiteDb db)
{
    /// <summary>More than this is no list to read: the form then asks for an address.</summary>
    public const int MaxListed = 100;

    public async Task<IReadOnlyList<PickerChoice>> ListAsync(ContentPickerFieldSettings settings, CancellationToken ct) =>
        await Allowed(settings).OrderBy(row => row.DisplayText).Take(MaxListed + 1)
            .Select(row => new PickerChoice(row.ContentItemId, row.DisplayText ?? row.ContentItemId, row.ContentType)).ToListAsync(ct);

    /// <summary>What a menu may lead to: published items with an address, contributions and the like left out by the limit.</summary>
    public async Task<IReadOnlyList<PickerChoice>> WithPageAsync(CancellationToken ct) =>
        await db.Set<ContentRow>().AsNoTracking().Where(row => row.Published && row.Path != null).OrderBy(row => row.CreatedUtc).ThenBy(row => row.ContentItemId).Take(200)
            .Select(row => new PickerChoice(row.ContentItemId, row.DisplayText ?? row.ContentItemId, row.ContentType)).ToListAsync(ct);

    public async Task<IReadOnlyList<PickerChoice>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken ct) => ids.Count == 0 ? [] :
        await db.Set<ContentRow>().AsNoTracking().Where(row => row.Latest && ids.Contains(row.ContentItemId))
            .Select(row => new PickerChoice(row.ContentItemId, row.DisplayText ?? row.ContentItemId, row.ContentType)).ToListAsync(ct);

    public async Task<IReadOnlyCollection<string>> AllowedAsync(IReadOnlyCollection<string> ids, ContentPickerFieldSettings settings, CancellationToken ct) =>
        ids.Count == 0 ? [] : await Allowed(settings).Where(row => ids.Contains(row.ContentItemId)).Select(row => row.ContentItemId).ToListAsync(ct);

    /// <summary>The item at an address of this site (« /contributions/un-marche » or the whole link), or by its id.</summary>
    public async Task<string?> ByAddressAsync(string address, ContentPickerFieldSettings settings, CancellationToken ct)
    {
        var path = Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link.AbsolutePath : address;
        path = AutorouteHandler.Normalize(path.StartsWith("/en/", StringComparison.Ordinal) ? path[3..] : path);
        return await Allowed(settings).Where(row => row.Path == path || row.ContentItemId == address).Select(row => row.ContentItemId).FirstOrDefaultAsync(ct);
    }

    private IQueryable<ContentRow> Allowed(ContentPickerFieldSettings settings)
    {
        var types = settings.DisplayedContentTypes;
        var published = db.Set<ContentRow>().AsNoTracking().Where(row => row.Published);
        return settings.DisplayAllContentTypes || types.Count == 0 ? published : published.Where(row => types.Contains(row.ContentType));
    }
}

internal sealed record PickerChoice(string Id, string Title, string ContentType);
