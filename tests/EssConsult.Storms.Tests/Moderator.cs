using System.Net;

namespace EssConsult.Storms.Tests;

/// <summary>Somebody who accepts texts one after the other while the storm blows.</summary>
internal sealed class Moderator(Visitor browser, string personId)
{
    public Task EnterAsync() => browser.EnterAsync(personId);

    /// <summary>Tells each acceptance that the site confirmed before it fell silent.</summary>
    public async Task AcceptAsync(IEnumerable<string> ids, Action<string> accepted)
    {
        try
        {
            foreach (var id in ids)
            {
                var queue = await browser.GetAsync("/admin/moderation?texte=contribution-" + id);
                if (queue.Document.QuerySelector("article input[name=texte]")?.GetAttribute("value") != "contribution-" + id)
                {
                    continue;
                }

                using var answer = await browser.WithoutRedirects.SendAsync(queue.Form("article form").Press("Accepter et publier"), TestContext.Current.CancellationToken);
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
