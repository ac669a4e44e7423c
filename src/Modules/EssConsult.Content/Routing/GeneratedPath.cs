using EssConsult.Content.Items;
using EssConsult.Kernel.Themes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Routing;

internal sealed record AutoroutePartSettings
{
    public string? Pattern { get; init; }

    public bool AllowCustomPath { get; init; }
}

/// <summary>The address that a type's pattern gives an item.</summary>
internal sealed class GeneratedPath(SiteDb db, Liquid liquid)
{
    private readonly Dictionary<string, ContentItem?> containers = [];

    /// <returns>The empty text when the item has no words yet for the last segment: the list's own address is not its entry's.</returns>
    public async Task<string> OfAsync(ContentItem item, AutoroutePartSettings? settings, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(settings?.Pattern))
        {
            return Slug.Of(item.DisplayText);
        }

        var model = new Dictionary<string, object?>
        {
            ["ContentItem"] = item,
            ["Model"] = new Dictionary<string, object?> { ["ContentItem"] = item },
            [ContentLiquid.Container] = await ContainerAsync(item, ct),
        };
        var path = (await liquid.RenderAsync(settings.Pattern, model, Fluid.NullEncoder.Default)).ReplaceLineEndings(string.Empty).Trim();
        path = settings.Pattern.TrimEnd().EndsWith('/') && path.EndsWith('/') ? path[..^1] : path;
        return path[(path.LastIndexOf('/') + 1)..].Any(char.IsLetterOrDigit) ? AutorouteHandler.Normalize(path) : string.Empty;
    }

    /// <summary>Whether the stored version bears what the pattern gave it, with or without a number, rather than what somebody wrote.</summary>
    public async Task<bool> IsOfAsync(ContentItem stored, string path, AutoroutePartSettings? settings, CancellationToken ct)
    {
        var generated = await OfAsync(stored, settings, ct);
        return generated.Length > 0 && IsNumbered(path, generated);
    }

    /// <summary>Whether the path is the generated one, or that one with a number.</summary>
    public static bool IsNumbered(string path, string generated) => path.StartsWith(generated, StringComparison.Ordinal)
        && (path.Length == generated.Length || (path[generated.Length] == '-' && path[(generated.Length + 1)..].All(char.IsAsciiDigit)));

    /// <summary>The list that holds the item; it may have been staged a moment ago by the same recipe step.</summary>
    private async Task<ContentItem?> ContainerAsync(ContentItem item, CancellationToken ct)
    {
        if (item.Part<ContainedPart>()?.ListContentItemId is not { Length: > 0 } list)
        {
            return null;
        }

        if (containers.TryGetValue(list, out var known))
        {
            return known;
        }

        var row = db.Set<ContentRow>().Local.FirstOrDefault(row => row.ContentItemId == list && (row.Latest || row.Published))
            ?? await db.Set<ContentRow>().AsNoTracking().Where(row => row.ContentItemId == list && (row.Latest || row.Published)).OrderByDescending(row => row.Published).FirstOrDefaultAsync(ct);
        return containers[list] = row?.ToItem();
    }
}
