namespace EssConsult.Kernel.Tests.Web;

public sealed class AssetTests(Sites sites) : IClassFixture<Sites>
{
    [Fact]
    public async Task The_style_sheet_of_a_page_is_one_file_that_may_be_kept_for_a_year()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var visitor = site.Visitor();
        var page = await visitor.GetAsync("/erreur?status=404");
        var sheet = page.Document.QuerySelectorAll("link[rel=stylesheet]").ShouldHaveSingleItem().GetAttribute("href")!;

        using var response = await visitor.Client.GetAsync(sheet);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        (await response.Content.ReadAsStringAsync()).ShouldContain("@layer");
    }

    [Theory]
    [InlineData("/assets/0/..%2ftheme.json")]
    [InlineData("/assets/0/..%2f..%2f..%2fREADME.md")]
    [InlineData("/assets/0/layout.liquid")]
    public async Task Nothing_outside_the_assets_is_served(string address)
    {
        var site = await sites.OnAsync(Database.Sqlite);

        ((int)(await site.Visitor().GetAsync(address)).Status).ShouldBe(404);
    }
}
