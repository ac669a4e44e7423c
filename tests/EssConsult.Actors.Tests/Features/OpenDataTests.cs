using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EssConsult.Actors.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Tests.Features;

public sealed class OpenDataTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task Open_data_hold_published_structures_without_anybodys_contact(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        var actor = await site.ActorAsync($"Ouverte {word}", new ActorFacts { Name = "", Email = $"{word}@exemple.org", Phone = $"02 40 {word}", Commune = "Rezé", Description = "=SOMME(A1)" });
        await site.ActorAsync($"Cachée {word}", state: ActorState.Proposed);
        await site.ActorAsync($"Archivée {word}", state: ActorState.Archived);
        await site.UseAsync<IDemoActors>(demo => demo.PutAsync([new DemoActor(word, $"Fictive {word}", ActorFamily.Mutual, null, null, null, null, null)], default));
        var client = site.Visitor().Client;

        var csv = await client.GetStringAsync("/structures.csv", TestContext.Current.CancellationToken);
        var json = await client.GetStringAsync($"/api/structures?q={word}", TestContext.Current.CancellationToken);

        csv.Split("\r\n").Where(line => line.Contains(word, StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain(",'=SOMME(A1),");
        JsonNode.Parse(json)!["items"]!.AsArray().Select(item => item!["name"]!.ToString()).ShouldBe([$"Ouverte {word}"]);
        JsonNode.Parse(json)!["total"]!.GetValue<int>().ShouldBe(1);
        foreach (var secret in new[] { $"{word}@exemple.org", $"02 40 {word}", "Fictive", "Cachée", "Archivée" })
        {
            csv.ShouldNotContain(secret);
            json.ShouldNotContain(secret);
        }

        (await client.GetFromJsonAsync<JsonObject>($"/api/structures/{actor.Id}", TestContext.Current.CancellationToken))!["commune"]!.ToString().ShouldBe("Rezé");
    }

    [Theory, OnBothDatabases]
    public async Task The_demonstration_is_badged_repeatable_and_removed_at_once(Database database)
    {
        await using var site = await Site.StartAsync(database);
        DemoActor[] told = [new("a1", "Fictive une", ActorFamily.Cooperative, null, "Nantes", "Bonjour", "https://une.example.org", ["p1", "p2"]), new("a2", "Fictive deux", ActorFamily.Foundation, null, null, null, null, null)];

        await site.UseAsync<IDemoActors>(demo => demo.PutAsync(told, default));
        await site.UseAsync<IDemoActors>(demo => demo.PutAsync(told, default));
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync("/structures")).Texts(".actor-card .badge-fictional").ShouldBe(["Exemple fictif", "Exemple fictif"]);
        (await site.UseAsync<IActors, IReadOnlyList<ActorName>>(actors => actors.SpeakersForAsync("p2", default))).Select(actor => actor.Name).ShouldBe(["Fictive une"]);
        (await site.Visitor().GetAsync("/structures/fictive-une")).Document.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");

        (await site.UseAsync<IDemoActors, int>(demo => demo.RemoveAllAsync(default))).ShouldBe(2);
        await site.CatchUpAsync();
        (await site.InDatabaseAsync(db => db.Set<ActorMember>().CountAsync())).ShouldBe(0);
        (await site.Visitor().GetAsync("/structures")).Text(".empty-title").ShouldBe("L’annuaire est encore vide");
    }
}
