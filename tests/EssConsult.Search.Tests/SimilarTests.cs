using System.Net.Http.Json;
using EssConsult.Search.Contracts;
using EssConsult.Search.Features;

namespace EssConsult.Search.Tests;

public sealed class SimilarTests(EvaluationSite sites) : IClassFixture<EvaluationSite>
{
    [Fact]
    public async Task While_typing_the_same_idea_is_found_in_both_forms()
    {
        var site = await sites.StartedAsync();
        const string Address = "/{0}?titre=Un+relais+pour+les+aidants&texte=Mon+mari+est+malade%2C+je+ne+dors+plus+la+nuit%2C+il+faudrait+une+aide+à+domicile.";
        var visitor = site.Visitor();

        var found = (await visitor.Client.GetFromJsonAsync<SimilarAnswer[]>(string.Format(null, Address, "api/similaires")))!;
        var piece = await visitor.GetAsync(string.Format(null, Address, "similaires"));

        found.Length.ShouldBeInRange(1, 5);
        found[0].Title.ShouldBe("Un relais à domicile pour les aidants, y compris la nuit");
        piece.Texts("li a").ShouldBe(found.Select(item => item.Title));
        piece.Has("html > head > title").ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Je", "")]
    [InlineData("Une idée", "krpt vlmx")]
    public async Task A_text_that_resembles_nothing_shows_nothing(string title, string body)
    {
        var site = await sites.StartedAsync();

        var piece = await site.Visitor().GetAsync($"/similaires?titre={Uri.EscapeDataString(title)}&texte={Uri.EscapeDataString(body)}");

        piece.Document.Body!.TextContent.Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_is_never_shown_and_a_text_never_finds_itself()
    {
        var site = await sites.StartedAsync();
        var draft = await site.ContributionAsync("Des ruches connectées au fond du jardin public", "Avec des capteurs de poids.", publish: false);
        var published = await site.ContributionAsync("Des ruches connectées au jardin public", "Avec des capteurs de poids et du miel.");
        var other = await site.ContributionAsync("Des ruches au jardin public", "Avec du miel.");

        var typing = await site.UseAsync((ISimilar similar) =>
            similar.FindAsync(new SimilarQuestion("Des ruches connectées au jardin public", "Avec des capteurs de poids.") { ExcludeId = published }, CancellationToken.None));
        var near = await site.UseAsync((ISimilar similar) => similar.NearAsync(published, CancellationToken.None));

        typing.ShouldNotContain(item => item.Id == draft || item.Id == published);
        typing.ShouldContain(item => item.Id == other);
        near.ShouldNotContain(item => item.Id == draft || item.Id == published);
        near[0].Id.ShouldBe(other);
    }

    [Fact]
    public async Task A_new_contribution_joins_those_that_it_is_close_to_and_leaves_them_when_removed()
    {
        var site = await sites.StartedAsync();
        var first = await site.ContributionAsync("Un orgue de barbarie pour la fête du port", "On tourne la manivelle, les enfants dansent.");
        (await NearAsync(site, first)).ShouldNotContain("Une manivelle d’orgue de barbarie");

        var second = await site.ContributionAsync("Une manivelle d’orgue de barbarie", "Pour que les enfants dansent à la fête du port.");
        (await NearAsync(site, first))[0].ShouldBe("Une manivelle d’orgue de barbarie");

        await site.SaveAsync<Content.Contracts.IContentStore>(store => store.RemoveAsync(second, CancellationToken.None));
        await site.CatchUpAsync();
        (await NearAsync(site, first)).ShouldNotContain("Une manivelle d’orgue de barbarie");
    }

    private static async Task<IReadOnlyList<string>> NearAsync(Site site, string id) =>
        [.. (await site.UseAsync((ISimilar similar) => similar.NearAsync(id, CancellationToken.None))).Select(item => item.Title)];
}
