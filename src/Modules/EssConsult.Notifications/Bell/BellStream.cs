using System.Runtime.CompilerServices;
using EssConsult.Notifications.News;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EssConsult.Notifications.Bell;

/// <summary>Says how many news wait, each time that there is one more or that they were read, as server-sent events (HTML Living Standard, 9.2).</summary>
internal static class BellStream
{
    public const string Address = "/compte/notifications/flux";

    /// <summary>Proxies close what stays silent for a minute; the browser comes back by itself after an hour.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static void MapBell(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Address, Listen).SignedIn().ExcludeFromDescription();

    private static ServerSentEventsResult<int> Listen(HttpContext http, OpenBells bells, CurrentPerson person, IServiceScopeFactory scopes, IHostApplicationLifetime host, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(CountsAsync(bells, person.RequiredId, scopes, host.ApplicationStopping, ct), eventType: "count");
    }

    private static async IAsyncEnumerable<int> CountsAsync(OpenBells bells, string personId, IServiceScopeFactory scopes, CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping, ct);
        over.CancelAfter(Longest);
        var line = bells.Open(personId);
        try
        {
            do
            {
                yield return await CountAsync(scopes, personId, over.Token);
            }
            while (await HeardAsync(line, over.Token) && bells.IsOpen(personId, line));
        }
        finally
        {
            bells.Close(personId, line);
        }
    }

    private static async Task<bool> HeardAsync(OpenBells.Line line, CancellationToken over)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(over);
        silence.CancelAfter(Silence);
        try
        {
            return await line.HeardAsync(silence.Token);
        }
        catch (OperationCanceledException)
        {
            return !over.IsCancellationRequested;
        }
    }

    private static async Task<int> CountAsync(IServiceScopeFactory scopes, string personId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UnreadNews>().CountAsync(personId, ct);
    }
}
