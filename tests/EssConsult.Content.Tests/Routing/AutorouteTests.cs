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

    [Theory, OnBothDatabases]
    public async Task The_address_of_a_draft_follows_its_title_until_it_is_published(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site);
        var (early, late) = (Sample.Name("Un mar "), Sample.Name("Un marché "));
        var item = await DraftAsync(site, type, early);
        var first = item.Part<AutoroutePart>()!.Path!;

        var second = (await RenameAsync(site, item, late, publish: false)).Part<AutoroutePart>()!.Path!;
        second.ShouldStartWith("un-marche-");
        (await FindAsync(site, first)).ShouldBeNull();
        (await FindAsync(site, second))!.ContentItemId.ShouldBe(item.ContentItemId);

        var third = (await RenameAsync(site, item, late + " du soir", publish: true)).Part<AutoroutePart>()!.Path!;
        third.ShouldBe(second + "-du-soir");
        (await FindAsync(site, second)).ShouldBeNull();

        (await RenameAsync(site, item, late + " de nuit", publish: true)).Part<AutoroutePart>()!.Path.ShouldBe(third);
        await Sample.StoreAsync(site, store => store.UnpublishAsync(item.ContentItemId, default));
        (await RenameAsync(site, item, late + " de jour", publish: false)).Part<AutoroutePart>()!.Path.ShouldBe(third);
    }

    [Theory, OnBothDatabases]
    public async Task An_address_that_somebody_wrote_stays_whatever_the_title_becomes(Database database)
    {
        var site = await sites.OnAsync(database);
        var path = Sample.Name("ecrite").ToLowerInvariant();
        var item = await DraftAsync(site, await Sample.DefineAsync(site), Sample.Name("Écrite "), made => made.Put(new AutoroutePart { Path = path }));

        (await RenameAsync(site, item, "Autre titre", publish: false)).Part<AutoroutePart>()!.Path.ShouldBe(path);
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_with_a_number_keeps_it_until_its_title_changes(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site);
        var title = Sample.Name("Partagé ");
        await Sample.PublishAsync(site, type, title);
        var item = await DraftAsync(site, type, title);
        var numbered = item.Part<AutoroutePart>()!.Path!;
        numbered.ShouldEndWith("-1");

        (await RenameAsync(site, item, title, publish: false)).Part<AutoroutePart>()!.Path.ShouldBe(numbered);
        (await RenameAsync(site, item, title + " bis", publish: false)).Part<AutoroutePart>()!.Path.ShouldEndWith("-bis");
    }

    [Theory, OnBothDatabases]
    public async Task A_pattern_without_words_for_its_last_segment_gives_no_address_yet(Database database)
    {
        var site = await sites.OnAsync(database);
        var (type, below) = (Sample.Name("Sujet"), Sample.Name("sujets").ToLowerInvariant());
        await Sample.DefineAsync(site, $$$"""
            { "Name": "{{{type}}}", "DisplayName": "S", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" },
              { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "AutoroutePartSettings": { "Pattern": "{{{below}}}/{{ ContentItem.DisplayText | slugify }}" } } }] }
            """, $$"""{ "Name": "{{type}}" }""");
        var item = await DraftAsync(site, type, string.Empty);

        (item.Part<AutoroutePart>()?.Path).ShouldBeNullOrEmpty();
        (await FindAsync(site, below)).ShouldBeNull();
        (await RenameAsync(site, item, "Eau", publish: false)).Part<AutoroutePart>()!.Path.ShouldBe(below + "/eau");
    }

    [Theory, OnBothDatabases]
    public async Task A_term_made_anew_or_that_changes_places_has_the_address_and_one_taken_out_has_none(Database database)
    {
        var site = await sites.OnAsync(database);
        var path = Sample.Name("themes").ToLowerInvariant();
        var taxonomy = await Sample.PublishAsync(site, "Taxonomy", "Thèmes", item =>
        {
            item.Put(new AutoroutePart { Path = path, RouteContainedItems = true });
            Put(item, ("n1", "eau"), ("n2", "air"), ("n3", "feu"), ("n4", "bois"));
        });

        Put(taxonomy, ("n2", "eau"), ("n1", "air"), ("n5", "feu"));
        await Sample.StoreAsync(site, store => store.SaveDraftAsync(taxonomy, default));
        (await FindAsync(site, path + "/eau"))!.ContainedItemId.ShouldBe("n1");
        await Sample.StoreAsync(site, store => store.PublishAsync(taxonomy, default));

        foreach (var (id, slug) in new[] { ("n2", "eau"), ("n1", "air"), ("n5", "feu") })
        {
            (await FindAsync(site, $"{path}/{slug}")).ShouldBe(new ContentPath(taxonomy.ContentItemId, true, $"{path}/{slug}", id));
        }

        (await FindAsync(site, path + "/bois")).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task The_page_of_a_list_of_terms_leads_to_each_even_when_nobody_wrote_its_address(Database database)
    {
        var site = await sites.OnAsync(database);
        var path = Sample.Name("filieres").ToLowerInvariant();
        await Sample.PublishAsync(site, "Taxonomy", "Filières", item =>
        {
            item.Put(new AutoroutePart { Path = path, RouteContainedItems = true });
            item.Content["TaxonomyPart"] = JsonNode.Parse("""
                { "Terms": [ { "ContentItemId": "f1", "ContentType": "Theme", "DisplayText": "Habitat léger", "AutoroutePart": {} }, { "ContentItemId": "f2", "ContentType": "Theme", "DisplayText": "Habitat léger", "AutoroutePart": { "Path": "" } } ] }
                """);
        });

        var page = await (await site.SignInAsync("Administrator")).GetAsync("/" + path);

        page.Document.QuerySelectorAll(".link-list a").Select(link => link.GetAttribute("href")).ShouldBe([$"/{path}/habitat-leger", $"/{path}/habitat-leger-1"]);
        (await FindAsync(site, path + "/habitat-leger-1"))!.ContainedItemId.ShouldBe("f2");
    }

    private static void Put(ContentItem taxonomy, params (string Id, string Slug)[] terms) => taxonomy.Content["TaxonomyPart"] = new JsonObject
    {
        ["Terms"] = new JsonArray([.. terms.Select(term => new JsonObject
        {
            ["ContentItemId"] = term.Id, ["ContentType"] = "Theme", ["DisplayText"] = term.Slug, ["AutoroutePart"] = new JsonObject { ["Path"] = term.Slug },
        })]),
    };

    private static Task<ContentItem> DraftAsync(Site site, string type, string title, Action<ContentItem>? with = null) => Sample.StoreAsync(site, async store =>
    {
        var item = store.New(type, null, null);
        item.Put(new TitlePart(title));
        with?.Invoke(item);
        await store.SaveDraftAsync(item, default);
        return item;
    });

    private static Task<ContentItem> RenameAsync(Site site, ContentItem item, string title, bool publish) => Sample.StoreAsync(site, async store =>
    {
        var latest = (await store.FindAsync(item.ContentItemId, ContentVersion.Latest, default))!;
        latest.Put(new TitlePart(title));
        await (publish ? store.PublishAsync(latest, default) : store.SaveDraftAsync(latest, default));
        return latest;
    });

    private static Task<ContentPath?> FindAsync(Site site, string path) => site.UseAsync<IContentPaths, ContentPath?>(paths => paths.FindAsync(path, default));
}
