using System.Text.Json.Nodes;

namespace EssConsult.Workflows.Contracts;

/// <summary>Decisions for which circuits wait.</summary>
public interface IUserTasks
{
    /// <summary>What waits about one subject, whoever may decide it.</summary>
    Task<IReadOnlyList<UserTask>> ListAsync(string correlationId, CancellationToken ct);

    /// <summary>
    /// Stages the present person's decision, inside the caller's write transaction; the run goes on once it is committed and learns
    /// <c>UserAction</c>, <c>User</c> and what else there is to say.
    /// </summary>
    /// <exception cref="RuleException">It is not theirs to decide, or somebody has already decided.</exception>
    Task DecideAsync(string workflowId, string activityId, string action, JsonObject more, CancellationToken ct);
}

/// <summary>A decision for which a run waits.</summary>
/// <param name="Title">What its author called it, else nothing.</param>
/// <param name="MayDecide">Whether the present person may.</param>
/// <param name="SinceUtc">When the run came there.</param>
public sealed record UserTask(string WorkflowId, string ActivityId, string Circuit, string? Title, string CorrelationId, IReadOnlyList<string> Actions, IReadOnlyList<string> Roles, bool MayDecide, DateTime SinceUtc);

/// <summary>A module's page where content of its own is read and decided.</summary>
public interface IUserTaskPlace
{
    /// <summary>From the site's root; null when the item is not this module's.</summary>
    string? AddressOf(EssConsult.Content.Contracts.ContentItem item);
}
