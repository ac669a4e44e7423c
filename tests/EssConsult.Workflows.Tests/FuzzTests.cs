using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Data;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Checking;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Drawing;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Settings;
using EssConsult.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows.Tests;

/// <summary>Shipped circuits, mangled at random: whatever comes of them is read, checked, drawn and run, or refused with a sentence.</summary>
public sealed class FuzzTests(Sites sites) : IClassFixture<Sites>
{
    private static readonly JsonNode?[] Odd = [null, true, -1, 1e300, "", "Done", "{{ x", "while(true){}", new JsonArray(), new JsonObject(), new JsonArray(new JsonArray(1)), new string('a', 5000), "4moderationbefore", "\0"];

    [Fact]
    public Task Three_hundred_mangled_circuits_give_no_error_that_nobody_foresaw() => MangleAsync(300);

    [Fact]
    [Trait("Category", "Storm")]
    public Task Ten_thousand_mangled_circuits_give_no_error_that_nobody_foresaw() => MangleAsync(10_000);

    [Theory, OnBothDatabases]
    public async Task A_mangled_drawing_sent_to_the_board_is_kept_or_refused_and_every_page_of_it_opens(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4fuzz", ("ContentPublishedEvent", "{}"), ("LogTask", "{}"))]);
        var admin = await site.SignInAsync("Administrator");
        var token = (await admin.GetAsync("/admin/circuits")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var dice = new Random(20270303);
        for (var round = 0; round < 40; round++)
        {
            var type = Mangle(Shipped()[dice.Next(Shipped().Count)], dice);
            type["WorkflowTypeId"] = "4fuzz";
            var source = JsonNode.Parse(await admin.Client.GetStringAsync("/admin/circuits/4fuzz/brouillon.json", TestContext.Current.CancellationToken))!;
            using var request = new HttpRequestMessage(HttpMethod.Put, "/admin/circuits/4fuzz/brouillon.json")
            {
                Content = new StringContent(new JsonObject { ["version"] = source["version"]!.DeepClone(), ["type"] = type.DeepClone() }.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("X-Form-Token", token);
            using var answer = await admin.WithoutRedirects.SendAsync(request, TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldBeLessThan(500, type.ToJsonString());

            // 500 is an exception of the visitor's, with the site's log.
            await admin.GetAsync("/admin/circuits/4fuzz/modifier");
            await admin.GetAsync("/admin/circuits/4fuzz/simuler");
            foreach (var step in WorkflowType.Read(type).Activities.Take(3))
            {
                await admin.GetAsync($"/admin/circuits/4fuzz/modifier/{Uri.EscapeDataString(step.Id)}");
            }
        }
    }

    private async Task MangleAsync(int count)
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        for (var round = 0; round < count; round++)
        {
            await using var scope = site.Services.CreateAsyncScope();
            var json = Mangle(Shipped()[dice.Next(Shipped().Count)], dice);
            try
            {
                var type = WorkflowType.Read(json);
                _ = scope.ServiceProvider.GetRequiredService<CircuitCheck>().Of(type);
                _ = CircuitDrawing.Of(type, scope.ServiceProvider.GetRequiredService<ActivityKinds>());
                _ = CircuitSettings.Of(type);
                foreach (var activity in type.Activities.Take(8))
                {
                    var run = WorkflowRuns.New(type, null);
                    await scope.ServiceProvider.GetRequiredService<Runner>().StartAsync(run, activity, [], TestContext.Current.CancellationToken);
                    run.FaultMessage.ShouldNotBe(nameof(NullReferenceException), json.ToJsonString());
                    run.FaultMessage.ShouldNotBe(nameof(InvalidCastException), json.ToJsonString());
                }
            }
            catch (RuleException)
            {
                // A sentence for whoever sent it.
            }
            catch (Exception error) when (error is not Shouldly.ShouldAssertException)
            {
                throw new InvalidOperationException($"seed {seed}, round {round}: {error.GetType().Name} on {json.ToJsonString()}", error);
            }
        }
    }

    private static IReadOnlyList<JsonObject> Shipped() => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "recipes"), "circuit-*.recipe.json").Order(StringComparer.Ordinal).Select(file => (JsonObject)JsonNode.Parse(File.ReadAllText(file))!["steps"]![0]!["data"]![0]!)];

    /// <summary>Some members are replaced, taken away, or put twice.</summary>
    private static JsonObject Mangle(JsonObject original, Random dice)
    {
        var json = (JsonObject)original.DeepClone();
        for (var change = dice.Next(1, 6); change > 0; change--)
        {
            var places = Places(json).ToList();
            var (parent, key) = places[dice.Next(places.Count)];
            var value = dice.Next(4) == 0 ? Places(json).Select(place => Get(place.Parent, place.Key)).ElementAt(dice.Next(places.Count)) : Odd[dice.Next(Odd.Length)];
            switch (parent)
            {
                case JsonObject members when dice.Next(4) == 0:
                    members.Remove((string)key);
                    break;
                case JsonObject members:
                    members[(string)key] = value?.DeepClone();
                    break;
                case JsonArray entries when dice.Next(3) == 0:
                    entries.Add(value?.DeepClone());
                    break;
                case JsonArray entries:
                    entries[(int)key] = value?.DeepClone();
                    break;
            }
        }

        return json;
    }

    private static JsonNode? Get(JsonNode parent, object key) => parent is JsonObject members ? members[(string)key] : ((JsonArray)parent)[(int)key];

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => (IEnumerable<(JsonNode, object)>)[(members, member.Key), .. member.Value is null ? [] : Places(member.Value)]),
        JsonArray entries => entries.SelectMany((entry, index) => (IEnumerable<(JsonNode, object)>)[(entries, index), .. entry is null ? [] : Places(entry)]),
        _ => [],
    };
}
