namespace EssConsult.Search.Tests;

/// <summary>What a reader can ask, on texts that only these tests use.</summary>
public sealed class QuestionTests(EvaluationSite sites) : IClassFixture<EvaluationSite>
{
    [Fact]
    public async Task An_exact_word_comes_before_its_cousins()
    {
        var site = await sites.StartedAsync();
        await site.ContributionAsync("Du poison dans la mare", "Contre les rats.");
        await site.ContributionAsync("Du poisson dans la mare", "Pour les enfants.");

        (await TitlesAsync(site, "poisson")).ShouldBe(["Du poisson dans la mare", "Du poison dans la mare"]);
        (await TitlesAsync(site, "poison")).ShouldBe(["Du poison dans la mare", "Du poisson dans la mare"]);
    }

    [Fact]
    public async Task Quotation_marks_ask_for_the_words_in_their_order()
    {
        var site = await sites.StartedAsync();
        await site.ContributionAsync("Un bac à sable bleu", "Pour jouer.");
        await site.ContributionAsync("Du sable, un bac", "Pour bâtir.");

        (await TitlesAsync(site, "«\u00a0bac à sable\u00a0»")).ShouldBe(["Un bac à sable bleu"]);
        (await TitlesAsync(site, "\"BAC A SABLE\"")).ShouldBe(["Un bac à sable bleu"]);
        (await TitlesAsync(site, "bac sable")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_hyphen_excludes_a_word()
    {
        var site = await sites.StartedAsync();
        await site.ContributionAsync("Un phare à éclipses", "Pour la nuit.");
        await site.ContributionAsync("Un phare en carton", "Pour le carnaval.");

        (await TitlesAsync(site, "phare -carnavals")).ShouldBe(["Un phare à éclipses"]);
    }

    [Fact]
    public async Task Words_of_no_weight_do_not_narrow_a_question()
    {
        var site = await sites.StartedAsync();
        await site.ContributionAsync("Trois marionnettistes", "Elles jouent.");

        (await TitlesAsync(site, "où sont les marionnettistes du quartier des étoiles")).ShouldContain("Trois marionnettistes");
        (await TitlesAsync(site, "les marionnettistes")).ShouldBe(["Trois marionnettistes"]);
    }

    [Fact]
    public async Task When_no_page_has_all_words_the_nearest_are_shown_and_it_says_so()
    {
        var site = await sites.StartedAsync();
        await site.ContributionAsync("Une éolienne de poche", "Pour les campeurs.");

        var page = await site.Visitor().GetAsync("/recherche?q=eolienne+xylophage");

        page.Texts(".search-result h2").ShouldBe(["Une éolienne de poche"]);
        page.Html.ShouldContain("Aucune page ne contient tous ces mots");
    }

    [Fact]
    public async Task A_misspelt_word_is_put_right_with_its_accents()
    {
        var site = await sites.StartedAsync();
        await site.ContributionAsync("Un théâtre d’ombres", "Sous le préau.");

        var page = await site.Visitor().GetAsync("/recherche?q=thaetre");

        page.Text("main strong").ShouldBe("théâtre");
        (await page.FollowAsync("théâtre")).Texts(".search-result h2").ShouldContain("Un théâtre d’ombres");
    }

    [Fact]
    public async Task A_word_that_only_drafts_and_removed_texts_hold_is_not_suggested()
    {
        var site = await sites.StartedAsync();
        await site.ContributionAsync("Un saxhorn", "Secret.", publish: false);

        (await site.Visitor().GetAsync("/recherche?q=saxhorm")).Has("main strong").ShouldBeFalse();
    }

    [Fact]
    public async Task Choices_of_a_facet_widen_and_can_be_taken_back()
    {
        var site = await sites.StartedAsync();

        var page = await site.Visitor().GetAsync("/recherche?q=habitants");
        var all = page.Texts(".search-facets [aria-label=Type] a").ToList();
        page = await page.FollowAsync(all[0]);
        var narrowed = page.Text("main [role=status] strong");
        page.Texts(".search-facets [aria-label=Type] a").Count.ShouldBe(all.Count);
        page = await page.FollowAsync(all[1]);

        page.Text("main [role=status] strong").ShouldNotBe(narrowed);
        page.Texts(".chip").Count.ShouldBe(2);
        page = await page.FollowAsync("Retirer tous les filtres");
        page.Texts(".chip").ShouldBeEmpty();
    }

    [Fact]
    public async Task Results_are_paged_and_ordered_by_date_when_asked()
    {
        var site = await sites.StartedAsync();

        var first = await site.Visitor().GetAsync("/recherche?q=habitants&tri=date");
        var second = await first.FollowAsync("Suivante");

        var dates = first.Document.QuerySelectorAll(".search-result time").Concat(second.Document.QuerySelectorAll(".search-result time")).Select(time => time.GetAttribute("datetime")!).ToList();
        dates.Count.ShouldBeGreaterThan(10);
        dates.ShouldBe(dates.OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_page_speaks_English_and_names_types_in_it()
    {
        var site = await sites.StartedAsync();

        var page = await site.Visitor().GetAsync("/en/recherche?q=habitants");

        page.Text("h1").ShouldBe("Search");
        page.Texts(".search-facets [aria-label=Type] a").ShouldContain(choice => choice.StartsWith("Objective", StringComparison.Ordinal));
        page.Document.QuerySelectorAll(".search-result a").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith("/en/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_asks_the_database_nothing()
    {
        var site = await sites.StartedAsync();

        (await site.Visitor().GetAsync("/recherche?q=jardin")).Queries.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(Site site, string question) =>
        (await site.Visitor().GetAsync("/recherche?q=" + Uri.EscapeDataString(question))).Texts(".search-result h2");
}
