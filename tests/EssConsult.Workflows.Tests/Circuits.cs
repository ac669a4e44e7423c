using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Workflows.Storage;
using EssConsult.Workflows.Triggers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows.Tests;

/// <summary>Circuits on a running site: they come by a recipe, and hear of what happens by the outbox.</summary>
internal static class Circuits
{
    /// <summary>Plays a recipe by the command line.</summary>
    public static async Task PlayAsync(this Site site, JsonArray types)
    {
        var file = Path.Combine(site.Folder, $"{Guid.NewGuid():N}.recipe.json");
        await File.WriteAllTextAsync(file, new JsonObject { ["name"] = "circuits", ["steps"] = new JsonArray(new JsonObject { ["name"] = "WorkflowType", ["data"] = types }) }.ToJsonString());
        var (code, output) = await site.CommandAsync("recipe run", file);
        code.ShouldBe(0, output);
        await site.CatchUpAsync();
    }

    /// <summary>A circuit of the given activities, each leading to the next by « Done ».</summary>
    public static JsonObject Chain(string id, params (string Name, string Properties)[] activities) => new()
    {
        ["WorkflowTypeId"] = id, ["Name"] = id, ["IsEnabled"] = true,
        ["Activities"] = new JsonArray([.. activities.Select((activity, index) => (JsonNode)new JsonObject
        {
            ["ActivityId"] = $"{id}-{index}", ["Name"] = activity.Name, ["IsStart"] = index == 0, ["Properties"] = JsonNode.Parse(activity.Properties),
        })]),
        ["Transitions"] = new JsonArray([.. Enumerable.Range(0, activities.Length - 1).Select(index => (JsonNode)new JsonObject
        {
            ["Id"] = index, ["SourceActivityId"] = $"{id}-{index}", ["SourceOutcomeName"] = "Done", ["DestinationActivityId"] = $"{id}-{index + 1}",
        })]),
    };

    /// <summary>Publishes a new page, and lets the circuits run.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> PublishAsync(this Site site)
    {
        string id;
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var content = scope.ServiceProvider.GetRequiredService<IContentStore>();
            var item = content.New("Page", null, "Une personne");
            item.Put(new TitlePart("Page " + item.ContentItemId));
            await content.PublishAsync(item, default);
            await scope.ServiceProvider.GetRequiredService<SiteDb>().SaveChangesAsync();
            id = item.ContentItemId;
        }

        await site.SettleAsync();
        return id;
    }

    public static async Task UnpublishAsync(this Site site, string id)
    {
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IContentStore>().UnpublishAsync(id, default);
            await scope.ServiceProvider.GetRequiredService<SiteDb>().SaveChangesAsync();
        }

        await site.SettleAsync();
    }

    /// <summary>Until every event has come to the circuits, and every run to where it waits or ends.</summary>
    public static async Task SettleAsync(this Site site)
    {
        await site.CatchUpAsync();
        await Site.UntilAsync(async () => await site.InDatabaseAsync(async db => !await db.Set<WorkflowTriggerRow>().AnyAsync() && !await db.Set<WorkflowDueRow>().AnyAsync()),
            site.Wake);
    }

    /// <summary>The worker looks again: on a stopped clock nothing else tells it that time went by.</summary>
    public static void Wake(this Site site) => site.Services.GetRequiredService<WorkflowSignal>().Raise();

    public static Task<List<WorkflowInstanceRow>> RunsAsync(this Site site, string typeId) =>
        site.InDatabaseAsync(db => db.Set<WorkflowInstanceRow>().AsNoTracking().Where(row => row.TypeId == typeId).OrderBy(row => row.CreatedUtc).ToListAsync());

    /// <summary>« ContentPublishedEvent:Done LogTask:Done ».</summary>
    public static async Task<string> JournalAsync(this Site site, string instanceId)
    {
        var lines = await site.InDatabaseAsync(db => db.Set<WorkflowJournalRow>().AsNoTracking().Where(line => line.InstanceId == instanceId).OrderBy(line => line.Number).ToListAsync());
        return string.Join(' ', lines.Select(line => $"{line.ActivityName}:{line.Outcomes ?? "?"}"));
    }
}
