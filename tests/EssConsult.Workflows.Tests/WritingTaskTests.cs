using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows.Tests;

public sealed class WritingTaskTests(Sites sites) : IClassFixture<Sites>
{
    private const string OfPages = """{"ContentTypeFilter":["Page"]}""";

    [Theory, OnBothDatabases]
    public async Task A_circuit_makes_content_and_changes_it_and_keeps_what_it_does_not_write(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4writes",
            ("ContentPublishedEvent", OfPages),
            ("CreateContentTask", """{"ContentType":"Page","Publish":false,"ContentProperties":{"Expression":"{ \"TitlePart\": { \"Title\": \"Suite de {{ Workflow.Input.ContentItem.DisplayText }}\" }, \"HtmlBodyPart\": { \"Html\": \"<p>Un</p>\" }, }"}}"""),
            ("UpdateContentTask", """{"Content":{"Expression":"lastResult()"},"Publish":true,"ContentProperties":{"Expression":"{ \"HtmlBodyPart\": { \"Html\": \"<p>Deux</p>\" } }"}}"""))]);

        var page = await site.PublishAsync();

        var run = (await site.RunsAsync("4writes")).Single();
        run.FaultMessage.ShouldBeNull();
        var made = await site.InDatabaseAsync(db => db.Set<ContentRow>().SingleAsync(row => row.Latest && row.DisplayText == $"Suite de Page {page}"));
        made.Published.ShouldBeTrue();
        made.Json.ShouldContain("Deux");
    }

    [Theory, OnBothDatabases]
    public async Task A_script_makes_changes_and_removes_content_by_orchards_methods(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4methods",
            ("ContentUnpublishedEvent", """{"ContentTypeFilter":["Page"]}"""),
            ("ScriptTask", Script("""
                var first = createContentItem('Page', true, { TitlePart: { Title: 'Par script' }, HtmlBodyPart: { Html: '<p>Un</p>' } });
                updateContentItem(first, { HtmlBodyPart: { Html: '<p>Deux</p>' } });
                setProperty('first', first.ContentItemId);
                setProperty('type', newContentItem('Page').ContentType);
                setProperty('missing', updateContentItem('4missing', {}));
                (async () => {
                  const second = await createContentItemAsync('Page', false, { TitlePart: { Title: 'À retirer' } });
                  await deleteContentItemAsync(second.ContentItemId);
                  setProperty('second', second.ContentItemId);
                  setOutcome('Done');
                })()
                """)))]);

        var page = await site.PublishAsync();
        await site.UnpublishAsync(page);

        var run = (await site.RunsAsync("4methods")).Single(run => run.CorrelationId == page);
        run.FaultMessage.ShouldBeNull();
        var state = await site.InDatabaseAsync(db => db.Set<ContentRow>().Where(row => row.DisplayText == "Par script" || row.DisplayText == "À retirer").OrderBy(row => row.DisplayText).ToListAsync());
        state.Where(row => row.Latest).Select(row => (row.DisplayText, row.Published, row.Json.Contains("Deux", StringComparison.Ordinal))).ShouldBe([("Par script", true, true)]);
        state.ShouldContain(row => row.DisplayText == "À retirer" && !row.Latest && !row.Published);
    }

    [Theory, OnBothDatabases]
    public async Task A_script_that_writes_without_end_is_stopped(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.PlayAsync([Circuits.Chain("4floods", ("ContentPublishedEvent", OfPages), ("ScriptTask", Script("for (;;) deleteContentItem(createContentItem('Page', false, {}))")))]);

        await site.PublishAsync();

        (await site.RunsAsync("4floods")).Single().FaultMessage.ShouldNotBeNull();
    }

    private static string Script(string script) => new System.Text.Json.Nodes.JsonObject { ["AvailableOutcomes"] = new System.Text.Json.Nodes.JsonArray("Done"), ["Script"] = new System.Text.Json.Nodes.JsonObject { ["Expression"] = script } }.ToJsonString();

    /// <summary>A quotation mark in a title must not end the text of the JSON around it.</summary>
    [Theory, OnBothDatabases]
    public async Task What_people_wrote_does_not_break_out_of_the_json(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4quotes", ("ContentUnpublishedEvent", OfPages), ("CreateContentTask", """{"ContentType":"Page","ContentProperties":{"Expression":"{ \"TitlePart\": { \"Title\": \"{{ Workflow.Input.ContentItem.DisplayText }}\" } }"}}"""))]);
        var page = await SaveAsync(site, null, "a\", \"Owner\": \"me", publish: true);

        await site.UnpublishAsync(page);

        var made = await site.InDatabaseAsync(db => db.Set<ContentRow>().SingleAsync(row => row.ContentItemId != page && row.DisplayText == "a\", \"Owner\": \"me"));
        made.Owner.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Orchards_events_tell_a_new_item_from_a_change_and_from_a_new_version(Database database)
    {
        var site = await sites.OnAsync(database);
        string[] names = ["ContentCreatedEvent", "ContentUpdatedEvent", "ContentVersionedEvent", "ContentDraftSavedEvent", "ContentPublishedEvent"];
        await site.PlayAsync([.. names.Select(name => Circuits.Chain("4" + name.ToLowerInvariant()[7..^5], (name, OfPages), ("LogTask", "{}")))]);

        var page = await SaveAsync(site, null, "un", publish: false);
        (await HeardAsync(site, page)).ShouldBe("created 1, draftsaved 1");
        await SaveAsync(site, page, "deux", publish: false);
        (await HeardAsync(site, page)).ShouldBe("created 1, draftsaved 2, updated 1");
        await SaveAsync(site, page, "deux", publish: true);
        (await HeardAsync(site, page)).ShouldBe("created 1, draftsaved 2, published 1, updated 1");
        await SaveAsync(site, page, "trois", publish: false);
        (await HeardAsync(site, page)).ShouldBe("created 1, draftsaved 3, published 1, updated 2, versioned 1");
    }

    private static async Task<string> HeardAsync(Site site, string page)
    {
        await site.SettleAsync();
        var runs = await site.InDatabaseAsync(db => db.Set<Storage.WorkflowInstanceRow>().Where(row => row.CorrelationId == page && row.TypeId != "4writes" && row.TypeId != "4methods").GroupBy(row => row.TypeId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync());
        return string.Join(", ", runs.OrderBy(run => run.Key, StringComparer.Ordinal).Select(run => $"{run.Key[1..]} {run.Count}"));
    }

    private static async Task<string> SaveAsync(Site site, string? id, string title, bool publish)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var content = scope.ServiceProvider.GetRequiredService<IContentStore>();
        var item = id is null ? content.New("Page", null, null) : (await content.FindAsync(id, ContentVersion.Latest, default))!;
        item.Put(new TitlePart(title));
        await (publish ? content.PublishAsync(item, default) : content.SaveDraftAsync(item, default));
        await scope.ServiceProvider.GetRequiredService<SiteDb>().SaveChangesAsync();
        return item.ContentItemId;
    }
}
