using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;

namespace EssConsult.Content.Tests.Fields;

public sealed class SiteLinkTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task Links_of_this_site_keep_the_readers_language(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site, Sample.Field("LinkField", "Lien") + "," + Sample.Field("ContentPickerField", "Voisin"));
        var near = await Sample.PublishAsync(site, type, Sample.Name("Voisin "));
        var item = await Sample.PublishAsync(site, type, Sample.Name("Relié "), made =>
        {
            (made.Field(type, "Lien")["Url"], made.Field(type, "Lien")["Text"]) = ("~/agir", "Agir");
            made.Field(type, "Voisin")["ContentItemIds"] = new JsonArray(near.ContentItemId);
        });
        var (path, beside) = (item.Part<AutoroutePart>()!.Path, near.Part<AutoroutePart>()!.Path);

        var reader = await site.SignInAsync("Administrator");

        (await LinksAsync(reader, "/en/" + path)).ShouldBe(["/en/agir", "/en/" + beside]);
        (await LinksAsync(reader, "/" + path)).ShouldBe(["/agir", "/" + beside]);
    }

    private static async Task<IEnumerable<string?>> LinksAsync(Visitor reader, string address) =>
        (await reader.GetAsync(address)).Document.QuerySelectorAll(".facts a").Select(link => link.GetAttribute("href"));
}
