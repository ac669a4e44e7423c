using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;

namespace EssConsult.Content.Tests.Routing;

public sealed class AutorouteTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task The_pattern_gives_the_address_and_a_second_item_of_the_same_title_a_suffix(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site);
        var title = Sample.Name("Où va l’ESS ");

        var first = await Sample.PublishAsync(site, type, title);
        var second = await Sample.PublishAsync(site, type, title);

        first.Part<AutoroutePart>()!.Path.ShouldStartWith("ou-va-l-ess-");
        second.Part<AutoroutePart>()!.Path.ShouldBe(first.Part<AutoroutePart>()!.Path + "-1");
    }

    [Theory, OnBothDatabases]
    public async Task An_address_chosen_by_hand_that_is_taken_is_refused(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site);
        var path = (await Sample.PublishAsync(site, type, Sample.Name("Pris "))).Part<AutoroutePart>()!.Path;

        var broken = await Should.ThrowAsync<RuleException>(() => Sample.PublishAsync(site, type, "Autre", item => item.Put(new AutoroutePart { Path = $"/{path}/" })));

        broken.Code.ShouldBe("content.path-taken");
    }

    [Theory, OnBothDatabases]
    public async Task A_former_address_leads_to_the_current_one_for_ever(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site);
        var (old, middle, now) = (Sample.Name("ancien").ToLowerInvariant(), Sample.Name("entre").ToLowerInvariant(), Sample.Name("neuf").ToLowerInvariant());
        var item = await Sample.PublishAsync(site, type, "Déménagée", made => made.Put(new AutoroutePart { Path = old }));

        foreach (var path in new[] { middle, now })
        {
            item.Put(new AutoroutePart { Path = path });
            await Sample.StoreAsync(site, store => store.PublishAsync(item, default));
        }

        foreach (var former in new[] { old, middle })
        {
            (await FindAsync(site, former)).ShouldBe(new ContentPath(item.ContentItemId, IsCurrent: false, now, ContainedItemId: null));
        }

        (await FindAsync(site, "/" + now.ToUpperInvariant() + "/")).ShouldBe(new ContentPath(item.ContentItemId, IsCurrent: true, now, ContainedItemId: null));
        (await FindAsync(site, Sample.Name("jamais"))).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_drafts_new_address_is_reserved_and_takes_over_only_when_it_is_published(Database database)
    {
        var site = await sites.OnAsync(database);
        var (old, now) = (Sample.Name("ancien").ToLowerInvariant(), Sample.Name("neuf").ToLowerInvariant());
        var item = await Sample.PublishAsync(site, await Sample.DefineAsync(site), "En chantier", made => made.Put(new AutoroutePart { Path = old }));

        item.Put(new AutoroutePart { Path = now });
        await Sample.StoreAsync(site, store => store.SaveDraftAsync(item, default));
        (await FindAsync(site, old))!.IsCurrent.ShouldBeTrue();
        (await FindAsync(site, now))!.CurrentPath.ShouldBe(old);

        await Sample.StoreAsync(site, store => store.PublishAsync(item, default));
        (await FindAsync(site, now))!.IsCurrent.ShouldBeTrue();
        (await FindAsync(site, old))!.CurrentPath.ShouldBe(now);
    }

    [Theory, OnBothDatabases]
    public async Task A_child_of_a_list_lives_below_it_even_when_both_come_in_one_step(Database database)
    {
        var site = await sites.OnAsync(database);
        var list = await Sample.DefineAsync(site);
        var child = Sample.Name("Enfant");
        await Sample.DefineAsync(site, $$$"""
            { "Name": "{{{child}}}", "DisplayName": "Enfant", "Settings": { "ContentTypeSettings": { "Versionable": true } }, "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart" },
              { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "AutoroutePartSettings": { "Pattern": "{% assign parent = Model.ContentItem | container %}{{ parent.Content.AutoroutePart.Path }}/{{ Model.ContentItem.DisplayText | slugify }}" } } }] }
            """, $$"""{ "Name": "{{child}}" }""");
        var path = Sample.Name("liste").ToLowerInvariant();

        var made = await Sample.StoreAsync(site, async store =>
        {
            var holder = store.New(list, null, null);
            holder.Put(new TitlePart("Liste"));
            holder.Put(new AutoroutePart { Path = path });
            await store.PublishAsync(holder, default);
            var item = store.New(child, null, null);
            item.Put(new TitlePart("Premier objectif"));
            item.Put(new ContainedPart { ListContentItemId = holder.ContentItemId, ListContentType = list });
            await store.PublishAsync(item, default);
            return item;
        });

        made.Part<AutoroutePart>()!.Path.ShouldBe($"{path}/premier-objectif");
    }

    [Theory, OnBothDatabases]
    public async Task Terms_of_a_taxonomy_have_addresses_below_it_nested_ones_too(Database database)
    {
        var site = await sites.OnAsync(database);
        var path = Sample.Name("secteurs").ToLowerInvariant();
        var taxonomy = await Sample.PublishAsync(site, "Taxonomy", "Secteurs", item =>
        {
            item.Put(new AutoroutePart { Path = path, RouteContainedItems = true });
            item.Content["TaxonomyPart"] = JsonNode.Parse("""
                { "TermContentType": "Theme", "Terms": [
                  { "ContentItemId": "t1", "ContentType": "Theme", "DisplayText": "Habitat", "AutoroutePart": { "Path": "habitat" }, "Terms": [{ "ContentItemId": "t2", "ContentType": "Theme", "DisplayText": "Habitat participatif", "AutoroutePart": {} }] },
                  { "ContentItemId": "t3", "ContentType": "Theme", "DisplayText": "Absolu", "AutoroutePart": { "Path": "PATH-absolu", "Absolute": true } }] }
                """.Replace("PATH", path, StringComparison.Ordinal));
        });

        (await FindAsync(site, path + "/habitat")).ShouldBe(new ContentPath(taxonomy.ContentItemId, true, path + "/habitat", "t1"));
        (await FindAsync(site, path + "/habitat/habitat-participatif"))!.ContainedItemId.ShouldBe("t2");
        (await FindAsync(site, path + "-absolu"))!.ContainedItemId.ShouldBe("t3");
    }

    [Theory, OnBothDatabases]
    public async Task The_homepage_flag_moves_into_the_settings_and_is_reset(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var item = await Sample.PublishAsync(site, await Sample.DefineAsync(site), "Bienvenue", made => made.Put(new AutoroutePart { SetHomepage = true }));

        item.Part<AutoroutePart>()!.SetHomepage.ShouldBeFalse();
        ((SiteSettings)site.Services.GetService(typeof(SiteSettings))!).Get("Site")["HomeRoute"]!["ContentItemId"]!.ToString().ShouldBe(item.ContentItemId);
    }

    private static Task<ContentPath?> FindAsync(Site site, string path) => site.UseAsync<IContentPaths, ContentPath?>(paths => paths.FindAsync(path, default));
}
