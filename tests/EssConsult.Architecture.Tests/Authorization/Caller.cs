using System.Net;

namespace EssConsult.Architecture.Tests.Authorization;

/// <summary>People of one role at the doors of one site; a new one every forty posts, since a person may write sixty times a minute, each at an address of their own.</summary>
internal sealed class Caller(Site site, string role, Samples samples)
{
    private const int Most = 40;
    private static int arrived;
    private Visitor? visitor;
    private string token = string.Empty;
    private int posted;

    /// <summary>What happens: <c>sign-in</c>, <c>403</c>, <c>404</c>, or <c>ok</c> for whatever lies behind the door.</summary>
    /// <param name="withToken">A post with the form's token reaches the handler; without it one that may pass is refused just behind the door.</param>
    public async Task<string> TryAsync(Door door, bool withToken)
    {
        var http = visitor is null || (door.Verb != "GET" && ++posted > Most) ? await ArriveAsync() : visitor.WithoutRedirects;
        using var request = new HttpRequestMessage(new HttpMethod(door.Verb), samples.Fill(door.Address));
        if (door.Verb != "GET")
        {
            request.Content = new FormUrlEncodedContent(withToken ? [new("__RequestVerificationToken", token)] : []);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var place = response.Headers.Location?.ToString() ?? string.Empty;
        return response.StatusCode switch
        {
            HttpStatusCode.Redirect when place.Contains("/connexion", StringComparison.Ordinal) || place.Contains("/identification", StringComparison.Ordinal) => "sign-in",
            HttpStatusCode.Unauthorized => "sign-in",
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => $"{(int)response.StatusCode}",
            HttpStatusCode.BadRequest when door.Verb != "GET" && !withToken => "ok",
            < HttpStatusCode.BadRequest when door.Verb == "GET" || withToken => "ok",
            var other => $"{(int)other}",
        };
    }

    /// <summary>Somebody new of the role comes, with a form's token.</summary>
    public async Task<HttpClient> ArriveAsync()
    {
        var number = Interlocked.Increment(ref arrived);
        var address = $"127.7.{number / 250}.{(number % 250) + 1}";
        visitor = role == "Anonymous" ? site.Visitor(address) : await site.SignInFromAsync(address, role == "Authenticated" ? null : role);
        token = (await visitor.GetAsync("/contact")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        posted = 0;
        return visitor.WithoutRedirects;
    }
}
