using System.Net;

namespace EssConsult.Discussion.Tests;

/// <summary>On a site that lets signed-in people read and nothing more.</summary>
public sealed class PermissionTests
{
    [Theory, OnBothDatabases]
    public async Task Whoever_may_only_read_can_neither_comment_nor_support_nor_follow(Database database)
    {
        var owner = new Owner();
        await using var site = await Site.StartAsync(database, new SiteOptions { Modules = [owner], Settings = { ["recipe"] = "none" } });
        var (item, id) = (owner.Item(), People.NewId());
        var reader = await site.PersonAsync(id);
        var token = await TokenAsync(reader, item);

        foreach (var address in new[] { "commenter", "soutien", "suivi" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/discussion/{item}/{address}")
            {
                Content = new FormUrlEncodedContent([new("Body", "Un mot"), new("__RequestVerificationToken", token)]),
            };
            (await reader.SendAsync(request)).Status.ShouldBe(HttpStatusCode.Forbidden, address);
        }

        (await site.StoredAsync(item)).ShouldBe((0, 0));
        (await reader.GetAsync("/discussion/" + item)).Has(".discussion form").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_form_without_its_token_is_refused(Database database)
    {
        var owner = new Owner();
        await using var site = await Site.StartAsync(database, new SiteOptions { Modules = [owner], Settings = { ["recipe"] = "none" } });
        var item = owner.Item();
        var lea = await site.PersonAsync(People.NewId());

        foreach (var address in new[] { $"/discussion/{item}/commenter", $"/discussion/{item}/soutien", $"/discussion/{item}/suivi", $"/signaler/contenu/{item}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([new("Body", "Un mot"), new("Motive", "Spam")]) };
            (await lea.SendAsync(request)).Status.ShouldBe(HttpStatusCode.BadRequest, address);
        }

        (await site.StoredAsync(item)).ShouldBe((0, 0));
    }

    private static async Task<string> TokenAsync(Visitor reader, string item)
    {
        var page = await reader.GetAsync($"/signaler/contenu/{item}");
        return page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }
}
