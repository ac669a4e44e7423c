using System.Net;
using EssConsult.Actors.Contracts;

namespace EssConsult.Actors.Tests.Features;

public sealed class StructuresTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task The_list_shows_published_structures_by_name_whatever_their_accents(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        await site.ActorsAsync([$"Zèbre {word}", $"école {word}", $"Abeille {word}"]);
        await site.ActorAsync($"Proposée {word}", state: ActorState.Proposed);
        await site.ActorAsync($"Archivée {word}", state: ActorState.Archived);

        var page = await site.Visitor().GetAsync($"/structures?q={word}");

        page.Texts(".actor-card .card-title").ShouldBe([$"Abeille {word}", $"école {word}", $"Zèbre {word}"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_search_folds_accents_and_takes_the_words_in_any_order(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        await site.ActorAsync($"L’Épicerie du Cœur {word}");

        (await site.Visitor().GetAsync($"/structures?q=coeur+EPICERIE+{word}")).Texts(".actor-card .card-title").ShouldBe([$"L’Épicerie du Cœur {word}"]);
        (await site.Visitor().GetAsync($"/structures?q=%25+{word}")).Texts(".actor-card").Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_facet_counts_what_it_would_leave_and_narrows_the_list_to_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        await site.ActorAsync($"Un {word}", new ActorFacts { Name = "", Family = ActorFamily.Cooperative, Commune = "Rezé" });
        await site.ActorAsync($"Deux {word}", new ActorFacts { Name = "", Family = ActorFamily.Cooperative, Commune = "Nantes" });
        await site.ActorAsync($"Trois {word}", new ActorFacts { Name = "", Family = ActorFamily.Mutual, Commune = "Nantes" });
        await site.ActorAsync($"Quatre {word}", new ActorFacts { Name = "" });

        var page = await site.Visitor().GetAsync($"/structures?q={word}&famille=Cooperative");

        page.Texts(".actor-card .card-title").ShouldBe([$"Deux {word}", $"Un {word}"]);
        page.Texts("#famille option").ShouldBe(["Toutes", "Coopérative (2)", "Mutuelle (1)"]);
        page.Texts("#commune option").ShouldBe(["Toutes", "Nantes (1)", "Rezé (1)"]);
        page.Texts(".meta[role=status]").ShouldBe(["2 structures"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_page_holds_twenty_four(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        await AddAsync(site, word, 25);

        var first = await site.Visitor().GetAsync($"/structures?q={word}");
        var second = await first.FollowAsync("Suivante");

        first.Texts(".actor-card").Count.ShouldBe(24);
        second.Texts(".actor-card .card-title").ShouldBe([$"Structure 25 {word}"]);
        (await site.Visitor().GetAsync($"/structures?q={word}&p=99")).Texts(".actor-card").Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_number_of_queries_does_not_grow_with_the_list(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        await AddAsync(site, word, 3);
        var few = await site.Visitor().GetAsync($"/structures?q={word}&x=1");

        await AddAsync(site, word, 20, from: 4);
        var many = await site.Visitor().GetAsync($"/structures?q={word}&x=2");

        many.Texts(".actor-card").Count.ShouldBe(23);
        many.Queries.Count.ShouldBe(few.Queries.Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_change_shows_on_the_page_that_visitors_get_from_memory(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        (await site.Visitor().GetAsync($"/structures?q={word}")).Text(".empty-title").ShouldBe("Aucune structure ne correspond");

        var actor = await site.ActorAsync($"Nouvelle {word}");

        (await site.Visitor().GetAsync($"/structures?q={word}")).Texts(".actor-card").Count.ShouldBe(1);
        (await site.Visitor().GetAsync(actor.Path)).Text("h1").ShouldBe($"Nouvelle {word}");
    }

    [Theory, OnBothDatabases]
    public async Task A_page_shows_the_facts_and_no_script_of_the_description(Database database)
    {
        var site = await sites.OnAsync(database);
        var actor = await site.ActorAsync("Fiche " + Seed.Word(), new ActorFacts
        {
            Name = "", Siret = "73282932000074", Siren = "732829320", Commune = "Rezé", Postcode = "44400", Website = "https://exemple.org/",
            Description = "**Bonjour** <script>alert(1)</script> [ici](javascript:alert(2))",
        });

        var page = await site.Visitor().GetAsync(actor.Path);

        page.Texts(".facts dd").ShouldBe(["44400 Rezé", "exemple.org", "732 829 320 00074", "0"]);
        page.Text(".prose strong").ShouldBe("Bonjour");
        page.Html.ShouldNotContain("alert(1)</script>");
        page.Has(".prose a[href^=javascript]").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_proposal_has_no_page_for_visitors_and_an_archived_structure_keeps_its_own(Database database)
    {
        var site = await sites.OnAsync(database);
        var proposed = await site.ActorAsync("Proposée " + Seed.Word(), state: ActorState.Proposed);
        var archived = await site.ActorAsync("Archivée " + Seed.Word(), new ActorFacts { Name = "", Email = "bonjour@exemple.org" }, ActorState.Archived);

        (await site.Visitor().GetAsync(proposed.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await site.Visitor().GetAsync(archived.Path);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text(".notice-title").ShouldBe("Cette structure n’est plus dans l’annuaire");
        page.Html.ShouldNotContain("bonjour@exemple.org");
    }

    private static async Task AddAsync(Site site, string word, int count, int from = 1) =>
        await site.ActorsAsync(Enumerable.Range(from, count).Select(number => $"Structure {number:00} {word}"));
}
