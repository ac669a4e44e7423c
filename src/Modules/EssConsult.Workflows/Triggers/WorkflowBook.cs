using System.Collections.Frozen;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows.Triggers;

/// <summary>The circuits in memory. Their runs stay in the database: there may be many thousands.</summary>
internal sealed class WorkflowBook(IServiceScopeFactory scopes) : IBook, IAtStart
{
    private volatile IReadOnlyList<WorkflowType> types = [];
    private volatile FrozenSet<string> awaited = [];

    public string Name => "workflows";

    // Once the first run has brought its circuits, and before the first event is handled.
    int IAtStart.Order => 1000;

    /// <summary>Whether a circuit waits for such an event anywhere; one that is off may still have runs that wait.</summary>
    public bool Awaits(string eventName) => awaited.Contains(eventName);

    /// <summary>The circuits that start on such an event, on or off.</summary>
    public IEnumerable<string> Knowing(string eventName) => types.Where(type => type.StartOf(eventName) is not null).Select(type => type.Id);

    /// <summary>Every circuit, on or off, as this node knows it.</summary>
    public IReadOnlyList<WorkflowType> All => types;

    public IEnumerable<(WorkflowType Type, ActivityRecord Start)> StartingOn(string eventName) =>
        from type in types
        where type.IsEnabled
        let start = type.StartOf(eventName)
        where start is not null
        select (type, start);

    public Task StartAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => happened.Is<WorkflowTypeChanged>()))
        {
            await LoadAsync(ct);
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<WorkflowTypes>().AllAsync(ct);
        types = all;
        awaited = all.SelectMany(type => type.Activities).Select(activity => activity.Name).ToFrozenSet();
    }
}
