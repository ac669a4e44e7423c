using System.Text.Json.Nodes;
using EssConsult.Workflows.Triggers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows.Web;

/// <summary>Starts the circuits that wait for a page to be asked for; where none does, it costs a look. Pages out of the cache ask nobody.</summary>
internal sealed class RequestFilter(WorkflowBook book) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (book.Awaits(nameof(HttpRequestFilterEvent)) && await AnswerAsync(context.HttpContext) is { } answer)
        {
            await answer.ExecuteAsync(context.HttpContext);
            context.Result = new EmptyResult();
            return;
        }

        await next();
    }

    private async Task<FormAnswer?> AnswerAsync(HttpContext http)
    {
        var (services, ct) = (http.RequestServices, http.RequestAborted);
        var (db, turn, request) = (services.GetRequiredService<SiteDb>(), services.GetRequiredService<WorkflowTurn>(), services.GetRequiredService<WorkflowRequest>());
        await request.OpenAsync(http, ct);
        foreach (var (type, start) in book.StartingOn(nameof(HttpRequestFilterEvent)))
        {
            using var causes = db.CausedBy(WorkflowChain.Cause(string.Empty, type.Id));
            await turn.EnterAsync(type, start, instanceId: null, string.Empty, new JsonObject(), ct);
        }

        await db.SaveChangesAsync(ct);
        request.Close();
        return request.Answer;
    }
}
