using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EssConsult.Workflows.Web;

/// <summary>
/// <c>/workflows/invoke/TOKEN</c>: runs a circuit within the request. Only this door runs circuits outside the worker: the sender waits
/// for the answer. A run of its own, in its own commit; a run that fails is kept as failed, and the sender gets a sentence.
/// </summary>
internal sealed class InvokeEndpoint(SiteDb db, WorkflowTypes types, DirectRun direct, WorkflowRequest request, WorkflowLinks links, IAntiforgery antiforgery)
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapMethods(
        "/workflows/invoke/{token?}",
        ["GET", "POST", "PUT", "PATCH"],
        (string? token, HttpContext http, InvokeEndpoint endpoint, CancellationToken ct) => endpoint.AnswerAsync(token ?? http.Request.Query["token"], http, ct)).Public().RequireRateLimiting(InvokeLimit.Policy).ExcludeFromDescription();

    private async Task<IResult> AnswerAsync(string? token, HttpContext http, CancellationToken ct)
    {
        if (links.ReadInvocation(token) is not { } invocation || await types.FindAsync(invocation.WorkflowId, ct) is not { IsEnabled: true } type
            || type.Find(invocation.ActivityId) is not { Name: nameof(HttpRequestEvent) } activity)
        {
            return Results.NotFound();
        }

        await request.OpenAsync(http, ct);
        if (activity.Properties.Flag("ValidateAntiforgeryToken", otherwise: true) && !HttpMethods.IsGet(http.Request.Method) && !await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        var failed = (await direct.EnterAsync(type, activity, ct)).Any(run => run.Status == WorkflowStatus.Faulted);
        await db.SaveChangesAsync(ct);
        request.Close();
        return failed ? Results.Problem("Ce formulaire n’a pas pu être traité.", statusCode: StatusCodes.Status409Conflict)
            : request.Answer is { } answer ? answer
            : HttpMethods.IsPost(http.Request.Method) && request.Field("__RequestOriginatedFrom") is { } page && LocalPath.IsLocal(page) ? Results.LocalRedirect(page)
            : Results.Accepted();
    }
}
