using System.Text;
using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Simulation;

namespace EssConsult.Workflows.Web;

/// <summary>Asks another site. What it answers is the last result; each awaited status is an outcome.</summary>
internal sealed class HttpRequestTask(OutwardHttp http, OutwardAnswers outward) : IDescribedActivity
{
    private const string Unhandled = "UnhandledHttpStatus";

    public static ActivityDescription Description { get; } = new(nameof(HttpRequestTask), ActivityCategory.Web, "Interroger un autre site")
    {
        Help = "Les adresses d’un réseau privé sont refusées.",
        Settings =
        [
            new("HttpMethod", SettingKind.Choice, "Méthode") { Choices = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"] }, new("Url", SettingKind.Liquid, "Adresse") { IsRequired = true },
            new("Headers", SettingKind.Liquid, "En-têtes, un par ligne"), new("Body", SettingKind.Liquid, "Corps"), new("ContentType", SettingKind.Liquid, "Type du corps"),
            new("HttpResponseCodes", SettingKind.Text, "Réponses attendues, par des virgules"),
        ],
        Outcomes = [Unhandled], OutcomesFrom = "HttpResponseCodes",
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        using var request = await WriteAsync(call);
        if (outward.IsSimulated)
        {
            call.LastResult = new JsonObject { ["Body"] = string.Empty, ["Headers"] = new JsonObject(), ["StatusCode"] = 200, ["ReasonPhrase"] = "OK", ["IsSuccessStatusCode"] = true };
            return ActivityResult.Of(Awaited(call).FirstOrDefault() ?? Unhandled);
        }

        try
        {
            using var response = await http.SendAsync(request, ct);
            call.LastResult = new JsonObject
            {
                ["Body"] = await response.Content.ReadAsStringAsync(ct),
                ["Headers"] = new JsonObject(response.Headers.Concat(response.Content.Headers).Select(header => KeyValuePair.Create(header.Key, (JsonNode?)string.Join(", ", header.Value)))),
                ["StatusCode"] = (int)response.StatusCode, ["ReasonPhrase"] = response.ReasonPhrase, ["IsSuccessStatusCode"] = response.IsSuccessStatusCode,
            };
            var code = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return ActivityResult.Of(Awaited(call).Contains(code) ? code : Unhandled);
        }
        catch (HttpRequestException error) when (error.InnerException is RuleException rule)
        {
            throw rule;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            throw new RuleException("workflow.no-answer", "L’adresse interrogée n’a pas répondu : {0}.", request.RequestUri?.Host ?? "?");
        }
    }

    private static string[] Awaited(IActivityCall call) => (call.Settings.AnyText("HttpResponseCodes") ?? "200").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static async Task<HttpRequestMessage> WriteAsync(IActivityCall call)
    {
        var url = (await call.LiquidAsync("Url", LiquidEncoding.Url)).Trim();
        var request = new HttpRequestMessage(new HttpMethod(call.Settings.AnyText("HttpMethod") ?? "GET"), Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri : null);
        var body = await call.LiquidAsync("Body");
        if (body.Length > 0)
        {
            var type = (await call.LiquidAsync("ContentType", LiquidEncoding.Url)).Trim();
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(type, out var parsed) ? parsed : new("text/plain");
        }

        foreach (var (name, value) in HeaderLines.Read(await call.LiquidAsync("Headers", LiquidEncoding.Url)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }
}
