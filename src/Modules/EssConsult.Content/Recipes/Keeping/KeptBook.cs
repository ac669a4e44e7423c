using System.Collections.Frozen;
using System.Text.Json.Nodes;
using EssConsult.Content.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EssConsult.Content.Recipes.Keeping;

/// <summary>The kept records that pages read, in memory: shortcodes, lines of the administration's menu, sizes of pictures.</summary>
internal sealed class KeptBook(IServiceScopeFactory scopes, ILogger<KeptBook> log) : IBook
{
    private static readonly string[] Used = [.. KeptSteps.All.Where(shape => shape.IsUsed).Select(shape => shape.Step)];
    private static readonly FrozenDictionary<string, JsonObject> Nothing = FrozenDictionary<string, JsonObject>.Empty;
    private volatile FrozenDictionary<string, IReadOnlyDictionary<string, JsonObject>> current = FrozenDictionary<string, IReadOnlyDictionary<string, JsonObject>>.Empty;
    private volatile IReadOnlyList<JsonObject> adminMenus = [];

    public string Name => "kept-records";

    /// <summary>In their order.</summary>
    public IReadOnlyList<JsonObject> AdminMenus => adminMenus;

    /// <summary>The records of a step by their keys, found in any case. They are read only.</summary>
    public IReadOnlyDictionary<string, JsonObject> Of(string step) => current.GetValueOrDefault(step, Nothing);

    public static bool IsChangedBy(OutboxEvent happened) => happened.Is<KeptRecordsChanged>() && Used.Contains(happened.Read<KeptRecordsChanged>().Step);

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(IsChangedBy))
        {
            await LoadAsync(ct);
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<KeptRecord>().AsNoTracking()
            .Where(record => Used.Contains(record.Step)).OrderBy(record => record.Position).ToListAsync(ct);
        var read = rows.Select(row => (Row: row, Json: log.ReadOrSkip(row.Key, () => JsonNode.Parse(row.Json) as JsonObject))).Where(pair => pair.Json is not null).ToList();
        adminMenus = [.. read.Where(pair => pair.Row.Step == KeptSteps.AdminMenu).Select(pair => pair.Json!)];
        current = read.GroupBy(pair => pair.Row.Step).ToFrozenDictionary(
            records => records.Key, records => (IReadOnlyDictionary<string, JsonObject>)records.DistinctBy(pair => pair.Row.Key, StringComparer.OrdinalIgnoreCase)
                .ToFrozenDictionary(pair => pair.Row.Key, pair => pair.Json!, StringComparer.OrdinalIgnoreCase));
    }
}
