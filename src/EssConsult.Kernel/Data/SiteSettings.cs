using System.Text.Json.Nodes;
using EssConsult.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Data;

public sealed record SettingsChanged(string[] Names) : IEvent;

/// <summary>The site's settings, Orchard's keys, read from memory. <c>Site</c> holds the flat ones (SiteName, PageSize…).</summary>
public sealed class SiteSettings(IServiceScopeFactory scopes) : IBook
{
    public const string Site = "Site";
    public const int DefaultPageSize = 20;
    private volatile IReadOnlyDictionary<string, JsonObject> current = new Dictionary<string, JsonObject>();

    string IFollow.Name => "settings";

    public string SiteName => Text(Site, "SiteName") is { Length: > 0 } name ? name : "EssConsult";

    /// <summary>Entries on one page of a list that readers page through.</summary>
    public int PageSize => int.TryParse(Text(Site, "PageSize"), out var size) ? Math.Clamp(size, 5, 100) : DefaultPageSize;

    /// <summary>A text of a settings object; null when either is missing.</summary>
    public string? Text(string name, string key) => current.TryGetValue(name, out var found) ? found[key]?.ToString() : null;

    /// <summary>A copy of a settings object; empty when it is missing.</summary>
    public JsonObject Get(string name) => current.TryGetValue(name, out var found) ? (JsonObject)found.DeepClone() : [];

    public IReadOnlyCollection<string> Names => [.. current.Keys];

    /// <summary>Merges keys into a settings object in the caller's transaction; the memory of every node follows the commit.</summary>
    public static async Task PutAsync(SiteDb db, string name, JsonObject values, CancellationToken ct)
    {
        var row = await db.Set<SettingRow>().FirstOrDefaultAsync(setting => setting.Name == name, ct)
            ?? db.Set<SettingRow>().Local.FirstOrDefault(setting => setting.Name == name);
        var merged = row is null ? [] : (JsonObject)JsonNode.Parse(row.Json)!;
        foreach (var (key, value) in values)
        {
            merged[key] = value?.DeepClone();
        }

        if (row is null)
        {
            db.Add(new SettingRow { Name = name, Json = merged.ToJsonString() });
        }
        else
        {
            row.Json = merged.ToJsonString();
        }

        db.Publish(new SettingsChanged([name]));
    }

    /// <summary>Replaces a settings object whole, in the caller's transaction.</summary>
    public static async Task ReplaceAsync(SiteDb db, string name, JsonObject values, CancellationToken ct)
    {
        if (await db.Set<SettingRow>().FirstOrDefaultAsync(setting => setting.Name == name, ct) is { } row)
        {
            row.Json = "{}";
        }

        await PutAsync(db, name, values, ct);
    }

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => happened.Is<SettingsChanged>()))
        {
            await LoadAsync(ct);
        }
    }

    internal async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<SettingRow>().AsNoTracking().ToListAsync(ct);
        current = rows.ToDictionary(row => row.Name, row => (JsonObject)JsonNode.Parse(row.Json)!);
    }
}
