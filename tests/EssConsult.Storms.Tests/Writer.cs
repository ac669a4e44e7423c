using System.Net;
using System.Text.RegularExpressions;

namespace EssConsult.Storms.Tests;

/// <summary>What a person's browser knows to be stored: the site answered that it is.</summary>
internal sealed record Acknowledged(string Id, string Title, string Text);

/// <summary>Somebody with a browser who writes one contribution in each storm.</summary>
internal sealed partial class Writer(Visitor browser, string personId, string processId)
{
    private Page? form;
    private string review = string.Empty;
    private Acknowledged? hoped;

    /// <summary>Signs in and opens the form; it stays open from storm to storm.</summary>
    public async Task EnterAsync()
    {
        await browser.EnterAsync(personId);
        form = await browser.GetAsync($"/contribuer?demarche={processId}");
    }

    /// <summary>Fills in the form, saves the draft and stands before the button « Envoyer ma contribution ».</summary>
    public async Task PrepareAsync(string title)
    {
        var text = $"{title}. {string.Concat(Enumerable.Repeat("Une phrase qui doit rester entière, avec ses accents et sa fin. ", 20))}Fin de {title}.";
        var filled = form!.Form("draft-form form").With("TitlePart.Title", title).With("MarkdownBodyPart.Markdown", text).With("Contribution.Sector.TermContentItemIds", "460hs1kd3s3z7wsna2qny67k4k");
        using var saved = await browser.WithoutRedirects.SendAsync(filled.Press("Relire avant d’envoyer"), TestContext.Current.CancellationToken);
        review = saved.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{title}: {(int)saved.StatusCode}");
        hoped = new Acknowledged(Place().Match(review).Groups[1].Value, title, text);
    }

    /// <summary>Presses it. Null when no answer came: the person cannot know.</summary>
    public async Task<Acknowledged?> SendAsync()
    {
        try
        {
            var token = form!.Document.QuerySelector("draft-form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            using var answer = await browser.WithoutRedirects.PostAsync(new Uri(review, UriKind.Relative), content, TestContext.Current.CancellationToken);
            return answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/envoyee", StringComparison.Ordinal)
                ? hoped
                : throw new InvalidOperationException($"{hoped!.Title}: {(int)answer.StatusCode}");
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    [GeneratedRegex("/contribuer/([^/]+)/relire")]
    private static partial Regex Place();
}
