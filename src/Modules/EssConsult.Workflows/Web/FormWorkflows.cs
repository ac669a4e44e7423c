using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Workflows.Web;

internal sealed class FormWorkflows(WorkflowTypes types, WorkflowRequest request, DirectRun direct, IHttpContextAccessor http) : IFormWorkflows
{
    public async Task<FormRun> RunAsync(FormEntrance entrance, CancellationToken ct)
    {
        // From the database: what the node remembers may be a moment old.
        if (await types.FindAsync(entrance.WorkflowTypeId, ct) is not { IsEnabled: true } type || type.Find(entrance.ActivityId) is not { } activity)
        {
            return new FormRun(null, IsRefused: false, HasFailed: false, [], null, null);
        }

        await request.OpenAsync(http.HttpContext!, ct);
        var ran = await direct.EnterAsync(type, activity, ct);
        var hasFailed = ran.Any(run => run.Status == WorkflowStatus.Faulted);
        var answer = hasFailed ? null : request.Answer;
        return new FormRun(
            ran.Count > 0 ? ran[^1].Id : null, ran.Count > 0 && request.IsRefused && (!hasFailed || request.Verdict == false), hasFailed,
            [.. request.Errors.Select(error => new FormSentence(error.Field, error.Sentence))], answer?.Location, answer);
    }

    public void Thank(string html) => request.Say("Success", html);

    public void Keep()
    {
        request.Attach(http.HttpContext!);
        request.Close();
    }
}
