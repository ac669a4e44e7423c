using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EssConsult.Testing;

/// <summary>
/// Writes down the SQL of each request, apart from what runs in the background and from what finds out whether a session still holds:
/// the latter depends on the second in which the session was opened, not on the page.
/// </summary>
internal sealed class QueryCounter(IHttpContextAccessor http) : DbCommandInterceptor
{
    public const string Key = "EssConsult.Testing.Queries";

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (http.HttpContext is { } context && context.Items[Key] is ConcurrentQueue<string> queries && !ChecksSession(context))
        {
            queries.Enqueue(result.CommandText);
        }

        return result;
    }

    private static bool ChecksSession(HttpContext context) =>
        context.Request.Cookies.ContainsKey("ess.account") && context.Features.Get<IAuthenticateResultFeature>() is null;
}
