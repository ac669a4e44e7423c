using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EssConsult.Testing;

/// <summary>Writes down the SQL of each request, apart from what runs in the background.</summary>
internal sealed class QueryCounter(IHttpContextAccessor http) : DbCommandInterceptor
{
    public const string Key = "EssConsult.Testing.Queries";

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (http.HttpContext?.Items[Key] is ConcurrentQueue<string> queries)
        {
            queries.Enqueue(result.CommandText);
        }

        return result;
    }
}
