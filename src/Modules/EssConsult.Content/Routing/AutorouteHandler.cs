using System.Text;
using System.Text.RegularExpressions;
using EssConsult.Content.Items;
using EssConsult.Kernel.Themes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Routing;

/// <summary>
/// Gives items their address: from the pattern when nobody wrote one, unique by a suffix, reserved in one table. Until it is published, a
/// generated address follows the words that it is made of.
/// </summary>
internal sealed partial class AutorouteHandler(SiteDb db, Liquid liquid) : IContentHandler
{
    // Asked before the row is staged and after: read once.
    private (ContentItem? Item, OwnPaths? Paths) read;

    public int Order => 10;

    public async Task ChangingAsync(ContentChange change, CancellationToken ct)
    {
        var settings = change.Type?.FindPart(nameof(AutoroutePart))?.Settings.Read<AutoroutePartSettings>();
        var route = change.Item.Part<AutoroutePart>();
        if (settings is null && route is null)
        {
            return;
        }

        ContainedRoutes.Complete(change.Item);
        var generated = new GeneratedPath(db, liquid);
        var written = Normalize(route?.Path);
        var follows = written.Length == 0 || await FollowsAsync(change, written, generated, settings, ct);
        var wanted = follows ? await generated.OfAsync(change.Item, settings, ct) : written;
        if (follows && wanted.Length > 0 && GeneratedPath.IsNumbered(written, wanted))
        {
            // The words did not change: neither does the number that tells it from others.
            wanted = written;
        }

        if (wanted.Length == 0)
        {
            if (written.Length > 0)
            {
                change.Item.Put(route! with { Path = string.Empty });
            }

            return;
        }

        var path = change.Before is not null && (await OwnAsync(change, ct)).Has(wanted) ? wanted : await new FreePath(db).FindAsync(wanted, change.Item.ContentItemId, follows || change.Act == ContentAct.Import, ct);
        var goesHome = route is { SetHomepage: true } && (change.Act == ContentAct.Publish || change is { Act: ContentAct.Import, Item.Published: true });
        change.Item.Put((route ?? new AutoroutePart()) with { Path = path, SetHomepage = route is { SetHomepage: true } && !goesHome });
        if (goesHome)
        {
            await HomeRoute.PutAsync(db, change.Item.ContentItemId, ct);
        }
    }

    public async Task ChangedAsync(ContentChange change, CancellationToken ct)
    {
        if (change.Act == ContentAct.Remove)
        {
            return;
        }

        var own = await OwnAsync(change, ct);
        read = default;
        var path = change.Item.Part<AutoroutePart>() is { Disabled: false, Path: { Length: > 0 } written } ? Normalize(written) : null;
        if (path is null)
        {
            own.Release([]);
            return;
        }

        own.Take(null, path);
        var contained = change.Item.Part<AutoroutePart>()!.RouteContainedItems ? await ContainedAsync(change.Item, path, ct) : null;
        foreach (var (itemId, below) in contained ?? [])
        {
            own.Take(itemId, below);
        }

        if (contained is not null)
        {
            own.Retire([.. contained.Select(route => route.ItemId)]);
        }

        own.Release([path, .. contained?.Select(route => route.Path) ?? []]);
    }

    /// <summary>Whether a draft that was never published still bears what the pattern gave it: an address that nobody wrote and nobody has read.</summary>
    private async Task<bool> FollowsAsync(ContentChange change, string written, GeneratedPath generated, AutoroutePartSettings? settings, CancellationToken ct)
    {
        var stored = change.Stored.FirstOrDefault(row => row.Latest)?.ToItem();
        return stored is not null && change.Stored.All(row => !row.Published)
            && Normalize(stored.Part<AutoroutePart>()?.Path) == written
            && await generated.IsOfAsync(stored, written, settings, ct)
            && !(await OwnAsync(change, ct)).HasLived;
    }

    private async Task<OwnPaths> OwnAsync(ContentChange change, CancellationToken ct)
    {
        if (!ReferenceEquals(read.Item, change.Item) || read.Paths is null)
        {
            read = (change.Item, await OwnPaths.OfAsync(db, change.Item, change.IsNew, ct));
        }

        return read.Paths;
    }

    /// <summary>The addresses of embedded items that no other item has.</summary>
    private async Task<List<(string ItemId, string Path)>> ContainedAsync(ContentItem item, string path, CancellationToken ct)
    {
        var contained = ContainedRoutes.Of(item, path).DistinctBy(route => route.Path).ToList();
        var wanted = contained.Select(route => route.Path).ToList();
        var elsewhere = await db.Set<PathRow>().AsNoTracking().Where(row => wanted.Contains(row.Path) && row.ContentItemId != item.ContentItemId).Select(row => row.Path).ToListAsync(ct);
        return [.. contained.Where(route => !elsewhere.Contains(route.Path))];
    }

    internal static string Normalize(string? path) => SlashRuns().Replace(path?.Trim().Trim('/') ?? string.Empty, "/").Normalize(NormalizationForm.FormC).ToLowerInvariant();

    [GeneratedRegex("/{2,}")]
    private static partial Regex SlashRuns();
}
