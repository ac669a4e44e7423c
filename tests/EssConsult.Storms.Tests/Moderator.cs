using System.Net;

namespace EssConsult.Storms.Tests;

/// <summary>Somebody who accepts texts one after the other while the storm blows.</summary>
internal sealed class Moderator(Visitor browser, string personId)
{
    private string token = string.Empty;

    public async Task EnterAsync()
    {
        await browser.EnterAsync(personId);
        token = (await browser.GetAsync("/contact")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    /// <summary>Tells each acceptance that the site confirmed before it fell silent.</summary>
    public async Task AcceptAsync(IEnumerable<string> ids, Action<string> accepted)
    {
        try
        {
            foreach (var id in ids)
            {
                using var content = new FormUrlEncodedContent([new("texte", "contribution-" + id), new("__RequestVerificationToken", token)]);
                using var answer = await browser.WithoutRedirects.PostAsync(new Uri("/admin/moderation?handler=Accept", UriKind.Relative), content, TestContext.Current.CancellationToken);
                if (answer.StatusCode == HttpStatusCode.Redirect)
                {
                    accepted(id);
                }
                else if (answer.StatusCode != HttpStatusCode.Conflict)
                {
                    throw new InvalidOperationException($"Accepting {id}: {(int)answer.StatusCode}");
                }
            }
        }
        catch (HttpRequestException)
        {
            // The site was killed: what it had not confirmed stays open.
        }
    }
}
