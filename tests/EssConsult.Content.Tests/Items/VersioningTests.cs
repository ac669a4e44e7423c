using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Content.Taxonomies;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Tests.Items;

public sealed class VersioningTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task Editing_a_published_item_keeps_the_published_version_and_begins_a_draft(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await Sample.PublishAsync(site, await Sample.DefineAsync(site), "Un marché");

        await EditAsync(site, item.ContentItemId, "Un marché du soir", publish: false);

        var rows = await RowsAsync(site, item.ContentItemId);
        rows.Select(row => (row.DisplayText, row.Latest, row.Published)).ShouldBe([("Un marché", false, true), ("Un marché du soir", true, false)], ignoreOrder: true);
        rows.Select(row => row.CreatedUtc).Distinct().Count().ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Publishing_the_draft_makes_the_former_version_history(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await Sample.PublishAsync(site, await Sample.DefineAsync(site), "Un marché");

        await EditAsync(site, item.ContentItemId, "Un marché du soir", publish: false);
        await EditAsync(site, item.ContentItemId, "Un marché de nuit", publish: true);

        (await RowsAsync(site, item.ContentItemId)).Select(row => (row.DisplayText, row.Latest, row.Published))
            .ShouldBe([("Un marché", false, false), ("Un marché de nuit", true, true)], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task A_type_without_versions_edits_its_only_row(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await Sample.PublishAsync(site, await Sample.DefineAsync(site, options: """ "Draftable": true """), "Un marché");

        await EditAsync(site, item.ContentItemId, "Un marché du soir", publish: false);

        (await RowsAsync(site, item.ContentItemId)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            row => row.DisplayText.ShouldBe("Un marché du soir"), row => row.Latest.ShouldBeTrue(), row => row.Published.ShouldBeFalse());
    }

    [Theory, OnBothDatabases]
    public async Task Unpublishing_leaves_a_draft(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await Sample.PublishAsync(site, await Sample.DefineAsync(site), "Un marché");

        await Sample.StoreAsync(site, store => store.UnpublishAsync(item.ContentItemId, default));

        (await RowsAsync(site, item.ContentItemId)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            row => (row.Latest, row.Published).ShouldBe((true, false)), row => row.PublishedUtc.ShouldBeNull());
    }

    [Theory, OnBothDatabases]
    public async Task A_removed_item_keeps_its_rows_and_comes_back_as_a_draft(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await Sample.PublishAsync(site, await Sample.DefineAsync(site), "Un marché");

        await Sample.StoreAsync(site, store => store.RemoveAsync(item.ContentItemId, default));
        (await RowsAsync(site, item.ContentItemId)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => (row.Latest, row.Published).ShouldBe((false, false)));

        await Sample.StoreAsync(site, store => store.RestoreAsync(item.ContentItemVersionId, default));
        var back = await Sample.StoreAsync(site, store => store.FindAsync(item.ContentItemId, ContentVersion.Latest, default));
        back.ShouldNotBeNull().ShouldSatisfyAllConditions(found => found.DisplayText.ShouldBe("Un marché"), found => found.Published.ShouldBeFalse());
    }

    [Theory, OnBothDatabases]
    public async Task The_database_refuses_a_second_published_version(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await Sample.PublishAsync(site, await Sample.DefineAsync(site), "Un marché");

        var broken = await Should.ThrowAsync<RuleException>(() => site.InDatabaseAsync(async db =>
        {
            db.Add(new ContentRow { ContentItemId = item.ContentItemId, ContentItemVersionId = ContentId.New(), ContentType = item.ContentType, Json = "{}", Published = true });
            await db.SaveChangesAsync();
        }));

        broken.Code.ShouldBe("content.published-elsewhere");
    }

    [Theory, OnBothDatabases]
    public async Task Saving_a_draft_of_a_type_without_versions_says_that_readers_lose_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site, Sample.Field("TaxonomyField", "Themes"), options: """ "Draftable": true """);
        var item = await Sample.PublishAsync(site, type, "Un marché", made => made.Field(type, "Themes")["TermContentItemIds"] = new JsonArray("4marche"));

        await EditAsync(site, item.ContentItemId, "Un marché du soir", publish: false);

        (await site.PublishedAsync<ContentUnpublished>()).ShouldContain(happened => happened.ContentItemId == item.ContentItemId);
        (await site.InDatabaseAsync(db => db.Set<TermUse>().AnyAsync(use => use.ContentItemId == item.ContentItemId))).ShouldBeFalse();
        (await RowsAsync(site, item.ContentItemId)).ShouldHaveSingleItem().PublishedUtc.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Restoring_an_old_version_keeps_the_draft_in_the_history(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await Sample.PublishAsync(site, await Sample.DefineAsync(site), "Un marché");
        await EditAsync(site, item.ContentItemId, "Un marché du soir", publish: false);

        await Sample.StoreAsync(site, store => store.RestoreAsync(item.ContentItemVersionId, default));

        (await RowsAsync(site, item.ContentItemId)).Select(row => (row.DisplayText, row.Latest, row.Published))
            .ShouldBe([("Un marché", false, true), ("Un marché du soir", false, false), ("Un marché", true, false)], ignoreOrder: true);
    }

    private static Task EditAsync(Site site, string id, string title, bool publish) => Sample.StoreAsync(site, async store =>
    {
        var item = (await store.FindAsync(id, ContentVersion.Latest, default))!;
        item.Put(new TitlePart(title));
        await (publish ? store.PublishAsync(item, default) : store.SaveDraftAsync(item, default));
    });

    private static Task<List<ContentRow>> RowsAsync(Site site, string id) => site.InDatabaseAsync(db => db.Set<ContentRow>().AsNoTracking().Where(row => row.ContentItemId == id).ToListAsync());
}
