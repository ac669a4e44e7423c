using EssConsult.Kernel.Data;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace EssConsult.Kernel.Pages;

public static class Problems
{
    /// <summary>Answers problem+json (RFC 9457) with the sentence in the reader's language.</summary>
    internal static async Task WriteAsync(HttpContext context, int status, string code, string sentence, CancellationToken ct)
    {
        var localizer = context.RequestServices.GetRequiredService<IStringLocalizer>();
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(
            new ProblemDetails { Status = status, Title = localizer[sentence], Type = "urn:essconsult:" + code, Extensions = { ["code"] = code } },
            options: null, contentType: "application/problem+json", ct);
    }

    /// <summary>What was asked for, even while the error page is executed in its place.</summary>
    internal static PathString OriginalPath(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path;

    /// <summary>A script or a program asks, not somebody who opens a page: it is answered in its own terms, and never sent to one.</summary>
    public static bool WantsJson(this HttpContext context) =>
        context.OriginalPath().StartsWithSegments("/api", StringComparison.Ordinal)
        || (context.Request.Headers.Accept.ToString() is var accept && accept.Contains("json", StringComparison.Ordinal) && !accept.Contains("html", StringComparison.Ordinal));
}

/// <summary>A broken rule outside a page's form: 409 problem+json for machines; a reader gets the error page with the sentence.</summary>
internal sealed class RuleProblem : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not RuleException broken || !httpContext.WantsJson())
        {
            return false;
        }

        var localizer = httpContext.RequestServices.GetRequiredService<IStringLocalizer>();
        await Problems.WriteAsync(httpContext, StatusCodes.Status409Conflict, broken.Code, localizer[broken.Message, broken.Values], cancellationToken);
        return true;
    }
}

/// <summary>A value of the address that an API cannot read: 400 problem+json that names it.</summary>
internal sealed class UnreadableRequest : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException unreadable || !httpContext.WantsJson())
        {
            return false;
        }

        await Problems.WriteAsync(httpContext, unreadable.StatusCode, "request.unreadable", "Une valeur de l’adresse n’a pas pu être lue.", cancellationToken);
        return true;
    }
}
