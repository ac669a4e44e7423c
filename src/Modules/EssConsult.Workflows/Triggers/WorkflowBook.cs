using System.Collections.Frozen;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows.Triggers;

/// <summary>The circuits in memory. Their runs stay in the database: there may be many thousands.</summary>
internal sealed class WorkflowBook(IServiceScopeFactory scopes) : IBook
{
    private volatile FrozenDictionary<string, WorkflowType> types = FrozenDictionary<string, WorkflowType>.Empty;
    private volatile FrozenSet<string> awaited = [];

    public string Name => "workflows";

    public WorkflowType? Find(string id) => types.GetValueOrDefault(id);

    /// <summary>Whether a circuit waits for such an event anywhere; one that is off may still have runs that wait.</summary>
    public bool Awaits(string eventName) => awaited.Contains(eventName);

    public IEnumerable<(WorkflowType Type, ActivityRecord Start)> StartingOn(string eventName) =>
        from type in types.Values
        where type.IsEnabled
        let start = type.StartOf(eventName)
        where start is not null
        orderby type.Id
        select (type, start);

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
        types = all.ToFrozenDictionary(type => type.Id);
        awaited = all.SelectMany(type => type.Activities).Select(activity => activity.Name).ToFrozenSet();
    }
}
