using EssConsult.Actors.Contracts;

namespace EssConsult.Actors.Tests.Import;

public sealed class GeoJsonTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task A_feature_becomes_a_structure_and_a_second_version_updates_it_by_its_id(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        await site.ReadAsync($$$"""
            {"type":"FeatureCollection","features":[{"type":"Feature","id":"node/1{{{word}}}","properties":{"@id":"node/1{{{word}}}","name":"Atelier {{{word}}}","operator":"Association du vélo",
            "contact:street":"rue Noire","contact:housenumber":"7","addr:city":"Nantes"},"geometry":{"type":"Point","coordinates":[-1.55,47.21]}}]}
            """);

        var report = await site.ReadAsync($$$"""[{"id_osm":"node/1{{{word}}}","nom":"Atelier vélo {{{word}}}","longitude":"-1.55","latitude":"47.21"}]""");

        report.Sums.ShouldBe((0, 1, 0, 0, 0));
        var actor = (await site.NamedAsync(word)).ShouldHaveSingleItem();
        (actor.Name, actor.Street, actor.Commune, actor.Family, actor.Latitude, actor.ExternalKey)
            .ShouldBe(($"Atelier vélo {word}", "7 rue Noire", "Nantes", ActorFamily.Association, 47.21, $"osm:node/1{word}"));
    }

    [Theory, OnBothDatabases]
    public async Task A_structure_without_a_name_waits_for_one(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();

        var report = await site.ReadAsync($$$"""[{"id_osm":"way/{{{word}}}","shop":"second_hand"},{}]""");

        report.Sums.ShouldBe((1, 0, 0, 0, 1));
        (await site.NamedAsync(word)).ShouldHaveSingleItem().State.ShouldBe(ActorState.Proposed);
    }
}
