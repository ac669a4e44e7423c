using System.Net;

namespace EssConsult.Benchmarks.Product;

/// <summary>What a signed-in person's browser holds after it opened a page with a form.</summary>
/// <param name="Cookie">The header: session and form cookies.</param>
/// <param name="Address">The person's own, as a reverse proxy would tell it.</param>
internal sealed record Visit(string Cookie, string Token, string Address, string Page)
{
    /// <summary>Opens a page for each of the first people; the site renews their sessions, as it does after every restart.</summary>
    public static async Task<Visit[]> OpenAsync(HttpClient client, string[] sessions, Func<int, string> page, CancellationToken ct)
    {
        var visits = new Visit[sessions.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, sessions.Length), ct, async (number, token) => visits[number] = await OneAsync(client, number, sessions[number], page(number), token));
        return visits;
    }

    /// <summary>Opens a page for so many visitors without an account, each with an address of their own.</summary>
    public static async Task<Visit[]> OpenAnonymousAsync(HttpClient client, int count, string path, CancellationToken ct)
    {
        var visits = new Visit[count];
        await Parallel.ForEachAsync(Enumerable.Range(0, count), ct, async (number, token) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Forwarded-For", AddressOf(number));
            using var answer = await client.SendAsync(request, token);
            var text = await answer.Content.ReadAsStringAsync(token);
            visits[number] = answer.StatusCode == HttpStatusCode.OK && answer.Headers.TryGetValues("Set-Cookie", out var set)
                ? new Visit(string.Join("; ", set.Select(cookie => cookie.Split(';')[0])), Cookies.TokenOf(text), AddressOf(number), text)
                : throw new BenchmarkException($"{path} answered {answer.StatusCode}, or has no form.");
        });
        return visits;
    }

    private static string AddressOf(int number) => $"10.{number / 65536}.{number / 256 % 256}.{number % 256}";

    private static async Task<Visit> OneAsync(HttpClient client, int number, string session, string path, CancellationToken ct)
    {
        var address = AddressOf(number);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", session);
        request.Headers.Add("X-Forwarded-For", address);
        using var answer = await client.SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        if (answer.StatusCode != HttpStatusCode.OK || !answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            throw new BenchmarkException($"{path} answered {answer.StatusCode}, or renewed no session.");
        }

        var cookies = set.Select(cookie => cookie.Split(';')[0]).ToList();
        return cookies.Exists(cookie => cookie.StartsWith("ess.account=", StringComparison.Ordinal))
            ? new Visit(string.Join("; ", cookies), Cookies.TokenOf(text), address, text)
            : throw new BenchmarkException($"{path}: the session was not renewed.");
    }
}
