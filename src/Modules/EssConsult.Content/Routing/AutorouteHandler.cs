using System.Text;
using System.Text.RegularExpressions;
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
            wanted = string.IsNullOrWhiteSpace(settings?.Pattern) ? Slug.Of(change.Item.DisplayText) : await FromPatternAsync(settings.Pattern, change.Item);
        }

        if (wanted.Length == 0)
        {
            return;
        }

        var path = await FreePathAsync(wanted, change.Item.ContentItemId, generated || change.Act == ContentAct.Import, ct);
        change.Item.Put((route ?? new AutoroutePart()) with { Path = path });
    }

    public async Task ChangedAsync(ContentChange change, CancellationToken ct)
    {
        var rows = await db.Set<PathRow>().Where(row => row.ContentItemId == change.Item.ContentItemId).ToListAsync(ct);
        rows = [.. rows.Union(db.Set<PathRow>().Local.Where(row => row.ContentItemId == change.Item.ContentItemId))];
        if (change.Act == ContentAct.Remove || change.Item.Part<AutoroutePart>() is not { Disabled: false, Path: { Length: > 0 } path })
        {
            return;
        }

        path = Normalize(path);
        foreach (var row in rows)
        {
            row.IsCurrent = row.Path == path;
        }

        if (rows.TrueForAll(row => row.Path != path))
        {
            db.Add(new PathRow { Path = path, ContentItemId = change.Item.ContentItemId, IsCurrent = true });
        }
    }

    private async Task<string> FromPatternAsync(string pattern, ContentItem item)
    {
        var model = new Dictionary<string, object?> { ["ContentItem"] = item, ["Model"] = new Dictionary<string, object?> { ["ContentItem"] = item } };
        var path = await liquid.RenderAsync(pattern, model, Fluid.NullEncoder.Default);
        return Normalize(path.ReplaceLineEndings(string.Empty));
    }

    private async Task<string> FreePathAsync(string wanted, string itemId, bool mayChange, CancellationToken ct)
    {
        wanted = wanted.Length > MaxLength ? wanted[..MaxLength] : wanted;
        var taken = await db.Set<PathRow>().AsNoTracking()
            .Where(row => (row.Path == wanted || row.Path.StartsWith(wanted + "-")) && row.ContentItemId != itemId)
            .Select(row => row.Path).ToListAsync(ct);
        taken.AddRange(db.Set<PathRow>().Local.Where(row => row.ContentItemId != itemId).Select(row => row.Path));
        var used = taken.ToHashSet();
        if (!used.Contains(wanted))
        {
            return wanted;
        }

        if (!mayChange)
        {
            throw new RuleException("content.path-taken", "Une autre page a déjà cette adresse.");
        }

        return Enumerable.Range(1, int.MaxValue - 1).Select(number => $"{wanted}-{number}").First(path => !used.Contains(path));
    }

    internal static string Normalize(string? path) => SlashRuns().Replace(path?.Trim().Trim('/') ?? string.Empty, "/").Normalize(NormalizationForm.FormC).ToLowerInvariant();

    [GeneratedRegex("/{2,}")]
    private static partial Regex SlashRuns();
}
