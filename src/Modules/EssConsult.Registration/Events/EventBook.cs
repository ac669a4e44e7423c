using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Events;

/// <summary>The rendez-vous of the last year and to come, in memory: some dozens, read by the home page and by forms.</summary>
internal sealed class EventBook(IServiceScopeFactory scopes, TimeProvider clock) : IBook, IAtStart
{
    private const int Most = 1000;
    private volatile IReadOnlyList<EventRow> all = [];

    public string Name => "events";

    int IAtStart.Order => 1000;

    /// <summary>Published ones, the earliest first.</summary>
    public IReadOnlyList<EventRow> All => all;

    /// <summary>Those that may hold workshops, the latest first.</summary>
    public IEnumerable<EventRow> Plenaries => all.Where(row => row is { Kind: EventKind.Plenary, ParentId: null }).Reverse();

    public EventRow? Find(string? eventId) => all.FirstOrDefault(row => row.ContentItemId == eventId);

    /// <summary>The workshops of a plenary by slot, in the order of their times.</summary>
    public IReadOnlyList<IGrouping<string, EventRow>> SlotsOf(string eventId) =>
        [.. all.Where(row => row.ParentId == eventId && !row.IsCancelled).OrderBy(row => row.StartsUtc).ThenBy(row => row.Slot, StringComparer.CurrentCulture).ThenBy(row => row.Title, StringComparer.CurrentCulture).GroupBy(row => row.Slot ?? string.Empty)];

    public Task StartAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => happened.Is<EventChanged>()))
        {
            await LoadAsync(ct);
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var since = clock.UtcNow().AddYears(-1);
        var rows = await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<EventRow>().AsNoTracking()
            .Where(row => row.Published && row.EndsUtc >= since).OrderByDescending(row => row.StartsUtc).Take(Most).ToListAsync(ct);
        all = [.. rows.OrderBy(row => row.StartsUtc)];
    }
}
