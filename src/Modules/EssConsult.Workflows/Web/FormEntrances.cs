using System.Text.RegularExpressions;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Triggers;

namespace EssConsult.Workflows.Web;

internal sealed partial class FormEntrances(WorkflowBook book, WorkflowLinks links) : IFormEntrances
{
    public IReadOnlyList<FormEntrance> All => [.. book.All.SelectMany(type => Entrances(type).Select(activity => Entrance(type, activity)))];

    public FormEntrance? Find(string? workflowTypeId, string? activityId) =>
        book.All.FirstOrDefault(type => type.Id == workflowTypeId) is { } type && Activity(type, activityId) is { } activity ? Entrance(type, activity) : null;

    public FormLink? Read(string? address) =>
        InvokeAddress().Match(address ?? string.Empty) is { Success: true } found && links.ReadInvocation(Uri.UnescapeDataString(found.Groups[1].Value)) is { } invocation
            ? new FormLink(invocation.WorkflowId, invocation.ActivityId)
            : null;

    private static FormEntrance Entrance(WorkflowType type, ActivityRecord activity) => new(type.Id, activity.Id, type.Name, type.IsEnabled);

    private static ActivityRecord? Activity(WorkflowType type, string? id) =>
        string.IsNullOrEmpty(id) ? Entrances(type).FirstOrDefault() : type.Find(id) is { Name: nameof(HttpRequestEvent) } named ? named : null;

    /// <summary>Those that start a run first.</summary>
    private static IEnumerable<ActivityRecord> Entrances(WorkflowType type) => type.Activities.Where(activity => activity.Name == nameof(HttpRequestEvent)).OrderByDescending(activity => activity.IsStart);

    [GeneratedRegex(@"workflows/invoke(?:/|/?\?token=)([^?&#/]+)", RegexOptions.IgnoreCase)]
    private static partial Regex InvokeAddress();
}
