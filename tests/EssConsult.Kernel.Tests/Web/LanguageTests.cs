using System.Globalization;
using EssConsult.Kernel.Tests.Probe;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace EssConsult.Kernel.Tests.Web;

public sealed class LanguageTests(ProbeSites sites) : IClassFixture<ProbeSites>
{
    [Theory]
    [InlineData("/essai/note", "fr", "/essai/formulaire")]
    [InlineData("/en/essai/note", "en", "/en/essai/formulaire")]
    public async Task The_address_says_the_language_and_links_keep_it(string address, string language, string link)
    {
        var site = await sites.OnAsync(Database.Sqlite);

        var page = await site.Visitor().GetAsync(address);

        page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.Document.QuerySelector("main a")!.GetAttribute("href").ShouldBe(link);
    }

    [Theory]
    [InlineData("/nulle-part", "Cette page n’existe pas")]
    [InlineData("/en/nulle-part", "This page does not exist")]
    public async Task Errors_speak_it_too(string address, string heading)
    {
        var site = await sites.OnAsync(Database.Sqlite);

        var page = await site.Visitor().GetAsync(address);

        ((int)page.Status).ShouldBe(404);
        page.Text("h1").ShouldBe(heading);
    }

    [Fact]
    public async Task An_address_that_only_begins_like_the_prefix_is_French()
    {
        var site = await sites.OnAsync(Database.Sqlite);

        (await site.Visitor().GetAsync("/energie")).Document.DocumentElement.GetAttribute("lang").ShouldBe("fr");
    }

    [Theory]
    [InlineData("fr", "Rien n’est perdu : revenez en arrière et envoyez de nouveau.", "Rien n’est perdu\u00A0: revenez en arrière et envoyez de nouveau.")]
    [InlineData("fr", "Rien n’est perdu\u00A0: revenez en arrière et envoyez de nouveau.", "Rien n’est perdu\u00A0: revenez en arrière et envoyez de nouveau.")]
    [InlineData("en", "Rien n’est perdu\u00A0: revenez en arrière et envoyez de nouveau.", "Nothing is lost: go back and send it again.")]
    public async Task No_line_of_French_ends_before_a_double_sign_however_its_space_was_typed(string language, string typed, string shown)
    {
        var site = await sites.OnAsync(Database.Sqlite);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        site.Services.GetRequiredService<IStringLocalizer>()[typed].Value.ShouldBe(shown);
    }
}
