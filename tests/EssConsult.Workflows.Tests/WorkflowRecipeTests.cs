using System.IO.Compression;
using System.Text.Json.Nodes;
using EssConsult.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Workflows.Tests;

public sealed class WorkflowRecipeTests(Sites sites) : IClassFixture<Sites>
{
    // Written with Orchard's keys in an order of their own, unknown members, an activity that does not run here, and numbers as they were typed.
    private const string Foreign = """
        {"Name":"Créer un locataire","WorkflowTypeId":"4foreign","IsEnabled":false,"LockTimeout":0,"Mystery":{"z":1.0,"a":[null,"é"]},"Properties":{"EssNotes":[{"Id":"n1","Text":"À relire « ensemble »","Y":-12.5,"X":40,"Colour":"red"}]},
        "Transitions":[],"Activities":[{"Y":40,"X":20,"ActivityId":"a1","Name":"CreateTenantTask","IsStart":true,"Properties":{"TenantName":{"Expression":"{{ 'x' }}"},"ActivityMetadata":{"Title":null}}}]}
        """;

    [Theory, OnBothDatabases]
    public async Task A_circuit_goes_out_as_it_came(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([JsonNode.Parse(Foreign)]);

        var exported = await ExportAsync(site);

        exported["data"]!.AsArray().Single(type => type!["WorkflowTypeId"]!.ToString() == "4foreign")!.ToJsonString().ShouldBe(JsonNode.Parse(Foreign)!.ToJsonString());
    }

    [Theory, OnBothDatabases]
    public async Task An_address_with_a_token_stays_at_home(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([JsonNode.Parse("""
            { "WorkflowTypeId": "4token", "Name": "Lien", "IsEnabled": false, "Activities": [
              { "ActivityId": "a1", "Name": "HttpRequestEvent", "X": 0, "Y": 0, "IsStart": true, "Properties": { "HttpMethod": "POST", "Url": "/workflows/Invoke?token=CfDJ8secret" } },
              { "ActivityId": "a2", "Name": "HttpRequestEvent", "X": 0, "Y": 0, "IsStart": true, "Properties": { "HttpMethod": "POST", "Url": "/une/adresse", "TokenLifeSpan": 30 } } ], "Transitions": [] }
            """)]);

        var activities = (await ExportAsync(site))["data"]!.AsArray().Single(type => type!["WorkflowTypeId"]!.ToString() == "4token")!["Activities"]!.AsArray();

        activities.Select(activity => activity!["Properties"]!.ToJsonString()).ShouldBe(["""{"HttpMethod":"POST","Url":"","TokenLifeSpan":0}""", """{"HttpMethod":"POST","Url":"/une/adresse","TokenLifeSpan":30}"""]);
    }

    [Theory, OnBothDatabases]
    public async Task What_does_not_run_here_is_reported(Database database)
    {
        var site = await sites.OnAsync(database);
        var file = Path.Combine(site.Folder, "foreign.recipe.json");
        await File.WriteAllTextAsync(file, $$"""{"name":"foreign","steps":[{"name":"workflowtype","Data":[{{Foreign}}]}]}""");

        var (_, output) = await site.CommandAsync("recipe run", file);

        output.ShouldContain("CreateTenantTask");
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_that_is_there_is_replaced(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4twice", ("LogTask", "{}"))]);
        await site.PlayAsync([Circuits.Chain("4twice", ("LogTask", "{}"), ("LogTask", "{}"))]);

        var row = await site.InDatabaseAsync(db => db.Set<WorkflowTypeRow>().SingleAsync(row => row.Id == "4twice"));

        JsonNode.Parse(row.Json)!["Activities"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_without_an_id_stops_the_recipe_with_a_sentence(Database database)
    {
        var site = await sites.OnAsync(database);
        var file = Path.Combine(site.Folder, "nameless.recipe.json");
        await File.WriteAllTextAsync(file, """{"name":"nameless","steps":[{"name":"WorkflowType","data":[{"Name":"Sans identifiant"}]}]}""");

        var (code, output) = await site.CommandAsync("recipe run", file);

        code.ShouldNotBe(0);
        output.ShouldContain("n’a pas d’identifiant");
    }

    private static async Task<JsonObject> ExportAsync(Site site)
    {
        var file = Path.Combine(site.Folder, $"{Guid.NewGuid():N}.zip");
        var (code, output) = await site.CommandAsync("recipe export", file);
        code.ShouldBe(0, output);
        await using var zip = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        await using var recipe = await zip.GetEntry("Recipe.json")!.OpenAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(recipe)!["steps"]!.AsArray().OfType<JsonObject>().Single(step => step["name"]!.ToString() == "WorkflowType");
    }
}
