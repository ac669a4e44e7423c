using System.Collections.Frozen;
using EssConsult.Kernel.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.SiteTemplates;

/// <summary>The stored templates in memory. One that does not parse here is left out, so that the page falls back to the theme's.</summary>
internal sealed class SiteTemplateBook(IServiceScopeFactory scopes, IServiceProvider services) : ISiteTemplates, IBook
{
    private volatile FrozenDictionary<string, string> sources = FrozenDictionary<string, string>.Empty;
    private int version;

    string IFollow.Name => "site-templates";

    public int Version => Volatile.Read(ref version);

    public string? Find(string name) => sources.Count == 0 ? null : sources.GetValueOrDefault(TemplateName.ToKey(name));

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => happened.Is<SiteTemplatesChanged>()))
        {
            await LoadAsync(ct);
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        // Asked for late: Liquid's own extensions are built from services that read templates.
        var liquid = services.GetRequiredService<Liquid>();
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<SiteTemplate>().AsNoTracking().ToListAsync(ct);
        sources = rows.Where(row => liquid.Check(row.Source) is null).ToFrozenDictionary(row => row.Name, row => row.Source, StringComparer.OrdinalIgnoreCase);
        Interlocked.Increment(ref version);
    }
}
