using EssConsult.Content.Contracts;

namespace EssConsult.Search.Tests;

public sealed class SearchPageTests(SearchSites sites) : IClassFixture<SearchSites>
{
    [Theory, OnBothDatabases]
    public async Task A_published_contribution_is_found_by_another_form_of_its_words(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.ContributionAsync("Un moulin partagé", "Moudre l’épeautre des paysans voisins.");

        var page = await site.Visitor().GetAsync("/recherche?q=moulins+d'epeautres");

        page.Texts(".search-result h2").ShouldBe(["Un moulin partagé"]);
        page.Texts(".search-result mark").ShouldBe(["moulin", "épeautre"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_is_not_found(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.ContributionAsync("Une girafe municipale", "Encore secrète.", publish: false);

        var page = await site.Visitor().GetAsync("/recherche?q=girafe");

        page.Text(".empty-title").ShouldBe("Rien ne correspond à cette recherche");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_removed_or_unpublished_is_no_longer_found(Database database)
    {
        var site = await sites.OnAsync(database);
        var removed = await site.ContributionAsync("Un hippodrome de poche", "Pour rire.");
        var unpublished = await site.ContributionAsync("Un second hippodrome", "Pour rire encore.");
        (await site.Visitor().GetAsync("/recherche?q=hippodrome")).Texts(".search-result").Count.ShouldBe(2);

        await site.SaveAsync<IContentStore>(store => store.RemoveAsync(removed, CancellationToken.None));
        await site.SaveAsync<IContentStore>(store => store.UnpublishAsync(unpublished, CancellationToken.None));
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync("/recherche?q=hippodrome")).Texts(".search-result").ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_new_draft_leaves_the_published_words_in_place(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.ContributionAsync("Des ruches sur les toits", "Du miel.");
        await site.SaveAsync<IContentStore>(async store =>
        {
            var item = (await store.FindAsync(id, ContentVersion.Latest, CancellationToken.None))!;
            item.Put(new TitlePart("Des termitières sur les toits"));
            await store.SaveDraftAsync(item, CancellationToken.None);
        });
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync("/recherche?q=ruche")).Texts(".search-result h2").ShouldBe(["Des ruches sur les toits"]);
        (await site.Visitor().GetAsync("/recherche?q=termitière")).Texts(".search-result").ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_people_wrote_is_text_in_the_results_never_markup(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.ContributionAsync("<script>alert(1)</script> gnomon", "Le gnomon `<img src=x onerror=alert(2)>` & <b>l’heure</b>.");

        var page = await site.Visitor().GetAsync("/recherche?q=gnomon+%3Cscript%3E");

        page.Document.QuerySelectorAll(".search-result script, .search-result img, .search-result b, .page-header script").ShouldBeEmpty();
        page.Text(".search-result h2").ShouldBe("<script>alert(1)</script> gnomon");
    }
}
