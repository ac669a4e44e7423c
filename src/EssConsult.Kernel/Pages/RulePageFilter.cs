using EssConsult.Kernel.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EssConsult.Kernel.Pages;

/// <summary>Shows a broken rule as a sentence on the form that broke it.</summary>
internal sealed class RulePageFilter(IStringLocalizer localizer) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is not RuleException broken || executed.HandlerInstance is not PageModel page || HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            return;
        }

        executed.ExceptionHandled = true;
        page.ModelState.AddModelError(broken.Field ?? string.Empty, localizer[broken.Message, broken.Values]);
        if (page is IReloadsForm reloads)
        {
            await reloads.ReloadAsync(context.HttpContext.RequestAborted);
        }

        page.Response.StatusCode = StatusCodes.Status409Conflict;
        executed.Result = page.Page();
    }
}

/// <summary>A page whose form needs more than what was posted to be shown again (lists, the item it is about).</summary>
public interface IReloadsForm
{
    Task ReloadAsync(CancellationToken ct);
}
