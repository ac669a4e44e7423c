using System.Collections.Frozen;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Modules;

/// <summary>Which modules are on. Switching needs no restart: pages of a module that is off fall through to 404.</summary>
public sealed class FeatureSwitch(ModuleCatalog catalog, IServiceScopeFactory scopes) : IBook
{
    private volatile FrozenSet<string> disabled = FrozenSet<string>.Empty;

    public string Name => "features";

    public bool IsEnabled(string moduleId) => !disabled.Contains(moduleId);

    /// <summary>Switches modules on with all they depend on, and off with all that depends on them. Returns the ids that no module bears.</summary>
    public async Task<IReadOnlyList<string>> SwitchAsync(SiteDb db, IEnumerable<string> enable, IEnumerable<string> disable, CancellationToken ct)
    {
        var unknown = enable.Concat(disable).Where(id => catalog.Find(id) is null).ToList();
        var on = WithDependencies(enable.Where(id => catalog.Find(id) is not null)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var off = WithDependents(disable.Where(id => catalog.Find(id) is { Manifest.AlwaysEnabled: false })).Except(on, StringComparer.OrdinalIgnoreCase).ToList();

        var rows = await db.Set<FeatureRow>().ToDictionaryAsync(row => row.Id, StringComparer.OrdinalIgnoreCase, ct);
        foreach (var (id, enabled) in on.Select(id => (id, true)).Concat(off.Select(id => (id, false))))
        {
            if (rows.TryGetValue(id, out var row))
            {
                row.Enabled = enabled;
            }
            else
            {
                db.Add(new FeatureRow { Id = id, Enabled = enabled });
            }
        }

        db.Publish(new FeaturesSwitched([.. on], [.. off]));
        return unknown;
    }

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => happened.Is<FeaturesSwitched>()))
        {
            await LoadAsync(ct);
        }
    }

    internal async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var off = await db.Set<FeatureRow>().Where(row => !row.Enabled).Select(row => row.Id).ToListAsync(ct);
        disabled = off.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    private IEnumerable<string> WithDependencies(IEnumerable<string> ids) =>
        ids.SelectMany(id => WithDependencies(catalog.Find(id)!.Manifest.DependsOn).Append(catalog.Find(id)!.Manifest.Id));

    private IEnumerable<string> WithDependents(IEnumerable<string> ids) =>
        ids.SelectMany(id => WithDependents(catalog.Modules.Where(m => m.Manifest.DependsOn.Contains(id, StringComparer.OrdinalIgnoreCase)).Select(m => m.Manifest.Id)).Append(id));
}

public sealed record FeaturesSwitched(string[] Enabled, string[] Disabled) : IEvent;
