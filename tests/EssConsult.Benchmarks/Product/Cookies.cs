using System.Net;
using System.Text.RegularExpressions;

namespace EssConsult.Benchmarks.Product;

/// <summary>The session cookies of the seed's people, obtained by the sign-in form and kept with the seed.</summary>
internal static partial class Cookies
{
    private const string File = "benchmark-cookies.txt";

    /// <summary>Signs everybody in on a server in Development.</summary>
    public static async Task EnterAsync(Uri server, string folder, CancellationToken ct)
    {
        var lines = new string[SeedRecipe.People];
        await Parallel.ForEachAsync(Enumerable.Range(0, SeedRecipe.People), ct, async (number, token) => lines[number] = await EnterAsync(server, number, token));
        await System.IO.File.WriteAllLinesAsync(Path.Combine(folder, File), lines, ct);
    }

    public static string[] Read(string folder) => System.IO.File.ReadAllLines(Path.Combine(folder, File));

    /// <summary>The token that a page's forms carry.</summary>
    public static string TokenOf(string page) =>
        Token().Match(page) is { Success: true } found ? found.Groups[1].Value : throw new BenchmarkException("The page has no form to send.");

    private static async Task<string> EnterAsync(Uri server, int number, CancellationToken ct)
    {
        var jar = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = server };
        var page = await client.GetStringAsync(new Uri("/connexion", UriKind.Relative), ct);
        using var form = new FormUrlEncodedContent([new("id", ContentIds.OfPerson(number)), new("__RequestVerificationToken", TokenOf(page))]);
        using var entered = await client.PostAsync(new Uri("/connexion?handler=Persona", UriKind.Relative), form, ct);
        return jar.GetCookies(server)["ess.account"] is { } cookie
            ? $"{cookie.Name}={cookie.Value}"
            : throw new BenchmarkException($"{SeedRecipe.Name(number)} could not sign in: {entered.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
