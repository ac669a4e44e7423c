using System.Text;
using System.Text.RegularExpressions;
using EssConsult.Content.Items;
using EssConsult.Kernel.Themes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Routing;

internal sealed record AutoroutePartSettings
{
    public string? Pattern { get; init; }

    public bool AllowCustomPath { get; init; }
}

/// <summary>Gives items their address: from the pattern when none is set, unique by a suffix, reserved in one table.</summary>
internal sealed partial class AutorouteHandler(SiteDb db, Liquid liquid) : IContentHandler
{
    private const int MaxLength = 1024;

    public int Order => 10;

    public async Task ChangingAsync(ContentChange change, CancellationToken ct)
    {
        var settings = change.Type?.FindPart(nameof(AutoroutePart))?.Settings.Read<AutoroutePartSettings>();
        var route = change.Item.Part<AutoroutePart>();
        if (settings is null && route is null)
        {
            return;
        }

        var wanted = Normalize(route?.Path);
        var generated = wanted.Length == 0;
        if (generated)
        {
            wanted = string.IsNullOrWhiteSpace(settings?.Pattern) ? Slug.Of(change.Item.DisplayText) : await FromPatternAsync(settings.Pattern, change.Item, ct);
        }

        if (wanted.Length == 0)
        {
            return;
        }

        var path = await FreePathAsync(wanted, change.Item.ContentItemId, generated || change.Act == ContentAct.Import, ct);
        var goesHome = route is { SetHomepage: true } && (change.Act == ContentAct.Publish || change is { Act: ContentAct.Import, Item.Published: true });
        change.Item.Put((route ?? new AutoroutePart()) with { Path = path, SetHomepage = route is { SetHomepage: true } && !goesHome });
        if (goesHome)
        {
            await HomeRoute.PutAsync(db, change.Item.ContentItemId, ct);
        }
    }

    public async Task ChangedAsync(ContentChange change, CancellationToken ct)
    {
        var rows = await db.Set<PathRow>().Where(row => row.ContentItemId == change.Item.ContentItemId).ToListAsync(ct);
        rows = [.. rows.Union(db.Set<PathRow>().Local.Where(row => row.ContentItemId == change.Item.ContentItemId))];
        if (change.Act == ContentAct.Remove || change.Item.Part<AutoroutePart>() is not { Disabled: false, Path: { Length: > 0 } path } route)
        {
            return;
        }

        Take(rows, change.Item, null, Normalize(path));
        if (route.RouteContainedItems)
        {
            await TakeContainedAsync(rows, change.Item, Normalize(path), ct);
        }
    }

    private async Task TakeContainedAsync(List<PathRow> rows, ContentItem item, string path, CancellationToken ct)
    {
        var contained = ContainedRoutes.Of(item, path).DistinctBy(route => route.Path).ToList();
        var wanted = contained.Select(route => route.Path).ToList();
        var elsewhere = await db.Set<PathRow>().AsNoTracking().Where(row => wanted.Contains(row.Path) && row.ContentItemId != item.ContentItemId).Select(row => row.Path).ToListAsync(ct);
        foreach (var (itemId, own) in contained.Where(route => !elsewhere.Contains(route.Path)))
        {
            Take(rows, item, itemId, own);
        }
    }

    /// <summary>A draft's new address is reserved; it becomes the current one when the draft is published.</summary>
    private void Take(List<PathRow> rows, ContentItem item, string? containedItemId, string path)
    {
        var own = rows.Where(row => row.ContainedItemId == containedItemId).ToList();
        var live = item.Published || own.TrueForAll(row => !row.IsCurrent);
        foreach (var row in own.Where(_ => live))
        {
            row.IsCurrent = row.Path == path;
        }

        if (rows.TrueForAll(row => row.Path != path))
        {
            var taken = new PathRow { Path = path, ContentItemId = item.ContentItemId, ContainedItemId = containedItemId, IsCurrent = live };
            db.Add(taken);
            rows.Add(taken);
        }
    }

    private async Task<string> FromPatternAsync(string pattern, ContentItem item, CancellationToken ct)
    {
        var model = new Dictionary<string, object?>
        {
            ["ContentItem"] = item,
            ["Model"] = new Dictionary<string, object?> { ["ContentItem"] = item },
            [ContentLiquid.Container] = await ContainerAsync(item, ct),
        };
        var path = await liquid.RenderAsync(pattern, model, Fluid.NullEncoder.Default);
        return Normalize(path.ReplaceLineEndings(string.Empty));
    }

    /// <summary>The list that holds the item; it may have been staged a moment ago by the same recipe step.</summary>
    private async Task<ContentItem?> ContainerAsync(ContentItem item, CancellationToken ct)
    {
        if (item.Part<ContainedPart>()?.ListContentItemId is not { Length: > 0 } list)
        {
            return null;
        }

        var row = db.Set<ContentRow>().Local.FirstOrDefault(row => row.ContentItemId == list && (row.Latest || row.Published))
            ?? await db.Set<ContentRow>().AsNoTracking().Where(row => row.ContentItemId == list && (row.Latest || row.Published)).OrderByDescending(row => row.Published).FirstOrDefaultAsync(ct);
        return row?.ToItem();
    }

    private async Task<string> FreePathAsync(string wanted, string itemId, bool mayChange, CancellationToken ct)
    {
        wanted = wanted.Length > MaxLength ? wanted[..MaxLength] : wanted;
        if (await FirstFreeAsync([wanted], itemId, ct) is { } free)
        {
            return free;
        }

        if (!mayChange)
        {
            throw new RuleException("content.path-taken", "Une autre page a déjà cette adresse.");
        }

        // More at each turn: a title that a thousand share costs a few questions.
        for (var (number, count) = (1, 50); ; number += count, count *= 4)
        {
            if (await FirstFreeAsync([.. Enumerable.Range(number, count).Select(suffix => $"{wanted}-{suffix}")], itemId, ct) is { } numbered)
            {
                return numbered;
            }
        }
    }

    private async Task<string?> FirstFreeAsync(List<string> paths, string itemId, CancellationToken ct)
    {
        var taken = await db.Set<PathRow>().AsNoTracking().Where(row => paths.Contains(row.Path) && row.ContentItemId != itemId).Select(row => row.Path).ToListAsync(ct);
        var staged = db.Set<PathRow>().Local.Where(row => row.ContentItemId != itemId).Select(row => row.Path);
        return paths.Except(taken).Except(staged).FirstOrDefault();
    }

    internal static string Normalize(string? path) => SlashRuns().Replace(path?.Trim().Trim('/') ?? string.Empty, "/").Normalize(NormalizationForm.FormC).ToLowerInvariant();

    [GeneratedRegex("/{2,}")]
    private static partial Regex SlashRuns();
}
