using System.Net;
using EssConsult.Actors.Contracts;

namespace EssConsult.Actors.Tests.Features;

public sealed class AdminTests(Sites sites) : IClassFixture<Sites>
{
    [Theory]
    [OnBothDatabases("/admin/structures"), OnBothDatabases("/admin/structures/nouvelle"), OnBothDatabases("/admin/structures/import"), OnBothDatabases("/admin/structures/export.csv")]
    [OnBothDatabases("/admin/structures/0190a5c5-0000-7000-8000-000000000000"), OnBothDatabases("/admin/structures/import/0190a5c5-0000-7000-8000-000000000000/rapport.csv")]
    public async Task Only_those_who_keep_the_directory_enter(Database database, string path)
    {
        var site = await sites.OnAsync(database);

        (await site.Visitor().GetAsync(path)).Url.AbsolutePath.ShouldBe("/connexion");
        (await (await site.SignInAsync()).GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await site.ModeratorAsync()).GetAsync(path)).Status.ShouldBe(path.Contains("0190a5c5") && !path.EndsWith("csv", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task Several_structures_are_published_at_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        var first = await site.ActorAsync($"Une {word}", state: ActorState.Proposed);
        var second = await site.ActorAsync($"Deux {word}", state: ActorState.Proposed);
        await site.ActorAsync($"Trois {word}", state: ActorState.Proposed);
        var moderator = await site.ModeratorAsync();

        var page = await (await moderator.GetAsync($"/admin/structures?q={word}&etat=Proposed")).Form("main form[method=post]")
            .With("Ids", first.Id.ToString()).With("Ids", second.Id.ToString()).SubmitAsync("Publier les structures choisies");

        page.Text(".notice-title").ShouldBe("2 structures ont changé.");
        page.Texts(".row-title").ShouldBe([$"Trois {word}"]);
        (await site.Visitor().GetAsync($"/structures?q={word}&fresh=1")).Texts(".actor-card .card-title").ShouldBe([$"Deux {word}", $"Une {word}"]);
    }

    [Theory, OnBothDatabases]
    public async Task Saving_confirms_a_doubted_position(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        var actor = await site.ActorAsync($"Placée {word}", new ActorFacts { Name = "", Family = ActorFamily.Mutual, Position = ActorPosition.Read(-1.5536, 47.2184) });
        var moderator = await site.ModeratorAsync();
        (await moderator.GetAsync($"/admin/structures?q={word}&voir=Position")).Texts(".row-title").ShouldBe([actor.Name]);

        var page = await moderator.GetAsync($"/admin/structures/{actor.Id}");
        page.Text(".notice-title").ShouldBe("Position à vérifier");
        page = await page.Form(".editor-main form").SubmitAsync("Enregistrer");

        page.Has(".notice").ShouldBeFalse();
        var saved = (await site.FindAsync(actor.Name))!;
        (saved.Latitude, saved.Longitude, saved.PositionDoubt).ShouldBe((47.2184, -1.5536, null));
    }

    [Theory, OnBothDatabases]
    public async Task The_list_asks_no_more_with_more_rows(Database database)
    {
        var site = await sites.OnAsync(database);
        var moderator = await site.ModeratorAsync();
        var word = Seed.Word();
        await site.ActorAsync($"Une {word}");
        var few = (await moderator.GetAsync($"/admin/structures?q={word}")).Queries.Count;

        await site.ActorsAsync(Enumerable.Range(1, 12).Select(number => $"Autre {number} {word}"));

        (await moderator.GetAsync($"/admin/structures?q={word}")).Queries.Count.ShouldBe(few);
    }
}
