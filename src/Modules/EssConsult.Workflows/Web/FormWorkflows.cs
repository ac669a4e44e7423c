using System.Text.RegularExpressions;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using EssConsult.Workflows.Triggers;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Workflows.Web;

internal sealed partial class FormWorkflows(WorkflowBook book, WorkflowTypes types, WorkflowLinks links, WorkflowRequest request, DirectRun direct, IHttpContextAccessor http) : IFormWorkflows
{
    public IReadOnlyList<FormEntrance> All => [.. book.All.SelectMany(type => Entrances(type).Select(activity => Entrance(type, activity)))];

    public FormEntrance? Find(string? workflowTypeId, string? activityId) =>
        book.All.FirstOrDefault(type => type.Id == workflowTypeId) is { } type && Activity(type, activityId) is { } activity ? Entrance(type, activity) : null;

    public FormEntrance? Read(string? address) =>
        InvokeAddress().Match(address ?? string.Empty) is { Success: true } found && links.ReadInvocation(Uri.UnescapeDataString(found.Groups[1].Value)) is { } invocation
            ? Find(invocation.WorkflowId, invocation.ActivityId)
            : null;

    public async Task<FormRun> RunAsync(FormEntrance entrance, CancellationToken ct)
    {
        // From the database: what the node remembers may be a moment old.
        if (await types.FindAsync(entrance.WorkflowTypeId, ct) is not { IsEnabled: true } type || Activity(type, entrance.ActivityId) is not { } activity)
        {
            return new FormRun(null, IsRefused: false, HasFailed: false, [], null, null);
        }

        await request.OpenAsync(http.HttpContext!, ct);
        var ran = await direct.EnterAsync(type, activity, ct);
        return new FormRun(
            ran.Count > 0 ? ran[^1].Id : null, ran.Count > 0 && request.IsRefused, ran.Any(run => run.Status == WorkflowStatus.Faulted),
            [.. request.Errors.Select(error => new FormSentence(error.Field, error.Sentence))], request.Answer?.Location, request.Answer);
    }

    public void Thank(string html) => request.Say("Success", html);

    public void Keep()
    {
        request.Attach(http.HttpContext!);
        request.Close();
    }

    private static FormEntrance Entrance(WorkflowType type, ActivityRecord activity) => new(type.Id, activity.Id, type.Name, type.IsEnabled);

    private static ActivityRecord? Activity(WorkflowType type, string? id) =>
        string.IsNullOrEmpty(id) ? Entrances(type).FirstOrDefault() : type.Find(id) is { Name: nameof(HttpRequestEvent) } named ? named : null;

    /// <summary>Those that start a run first.</summary>
    private static IEnumerable<ActivityRecord> Entrances(WorkflowType type) => type.Activities.Where(activity => activity.Name == nameof(HttpRequestEvent)).OrderByDescending(activity => activity.IsStart);

    [GeneratedRegex(@"workflows/invoke(?:/|/?\?token=)([^?&#/]+)", RegexOptions.IgnoreCase)]
    private static partial Regex InvokeAddress();
}
