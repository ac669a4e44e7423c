using System.Net;
using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using Microsoft.EntityFrameworkCore;
using static EssConsult.Layers.Tests.Sample;

namespace EssConsult.Layers.Tests;

public sealed class AdminTests(LayerSites sites) : IClassFixture<LayerSites>
{
    [Theory, OnBothDatabases]
    public async Task A_site_without_layers_says_what_to_do_and_its_first_block_is_made_on_screen(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var editor = await site.SignInAsync("Administrator");
        (await editor.GetAsync("/admin/blocs")).Text(".empty-title").ShouldBe("Aucune couche");

        var form = await (await editor.GetAsync("/admin/blocs/couche")).Form("form.editor-main").With("Name", "Toujours").SubmitAsync("Toujours");
        var board = await form.Form("form.editor-main").SubmitAsync("Enregistrer");
        board.Text(".notice-success").ShouldBe("La couche est enregistrée.");
        board.Texts("tbody td").ShouldBe(["Toujours", "0"]);
        var draft = await board.Form("#zone-Footer form").SubmitAsync("Ajouter");
        draft.Url.AbsolutePath.ShouldStartWith("/admin/contenus/");
        var id = draft.Url.Segments[^1];
        await draft.Form("form.editor").With("TitlePart.Title", "Pied").With("MarkdownBodyPart.Markdown", "Merci d’être là.").SubmitAsync("Publier");
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync("/charte")).Text(".zone-footer .widget-text-widget").ShouldBe("Merci d’être là.");
        board = await editor.GetAsync("/admin/blocs");
        board.Texts("#zone-Footer .row-title").ShouldBe(["Pied"]);
        board = await board.Form($"#bloc-{id} details form").With("zone", "AfterContent").With("title", "true").SubmitAsync("Placer");
        await site.CatchUpAsync();
        board.Texts("#zone-AfterContent .row-title").ShouldBe(["Pied"]);
        (await site.Visitor().GetAsync("/charte")).Titles("after-content").ShouldBe(["Pied"]);

        board = await board.Form($"#bloc-{id} form.sort-item").SubmitAsync("Retirer");
        await site.CatchUpAsync();
        board.Text(".notice-success")!.ShouldStartWith("Le bloc est retiré.");
        (await site.Visitor().GetAsync("/charte")).Has(".widget").ShouldBeFalse();
        (await editor.GetAsync($"/admin/contenus/{id}/historique")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT act AS \"Value\" FROM audit_row WHERE act LIKE 'layer.%' ORDER BY position").ToListAsync())).ShouldBe(["layer.change", "layer.place", "layer.take-out"]);
    }

    [Theory, OnBothDatabases]
    public async Task Blocks_move_up_and_down_among_those_of_their_zone(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(TheLayers(Always("Ordre")), Items(Widget("4m1", "un", "Ordre", "AfterContent", 1), Widget("4m2", "deux", "Ordre", "AfterContent", 1), Widget("4m3", "trois", "Ordre", "AfterContent", 7), Widget("4m4", "quatre", "Ordre", "AfterContent", "7.1")));
        var editor = await site.SignInAsync("Administrator");
        async Task<IReadOnlyList<string>> PressAsync(string id, string button)
        {
            var board = await (await editor.GetAsync("/admin/blocs")).Form($"#bloc-{id} form.sort-item").SubmitAsync(button);
            await site.CatchUpAsync();
            var shown = (await site.Visitor().GetAsync("/charte")).Titles("after-content");
            board.Texts("#zone-AfterContent .row-title").ShouldBe(shown);
            return shown;
        }

        (await PressAsync("4m3", "↑")).ShouldBe(["un", "trois", "deux", "quatre"]);
        (await PressAsync("4m3", "↑")).ShouldBe(["trois", "un", "deux", "quatre"]);
        (await PressAsync("4m3", "↓")).ShouldBe(["un", "trois", "deux", "quatre"]);
        (await PressAsync("4m4", "↑")).ShouldBe(["un", "trois", "quatre", "deux"]);
        (await PressAsync("4m2", "↑")).ShouldBe(["un", "trois", "deux", "quatre"]);
        (await editor.GetAsync("/admin/blocs")).Document.QuerySelector("#bloc-4m1 button[value=haut]")!.HasAttribute("disabled").ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task A_rule_is_a_list_of_conditions_to_add_to_and_take_from(Database database)
    {
        var site = await sites.OnAsync(database);
        var editor = await site.SignInAsync("Administrator");
        var form = await editor.GetAsync("/admin/blocs/couche");
        foreach (var kind in new[] { "Personne connectée", "Adresse", "Langue", "Page d’accueil", "Script", "Retirer" })
        {
            form = await form.Form("form.editor-main").SubmitAsync(kind);
        }

        form.Texts("fieldset legend").Count(legend => legend.StartsWith("Condition ", StringComparison.Ordinal)).ShouldBe(4);
        var board = await form.Form("form.editor-main").With("Name", "Composée").With("Needs", "any").With("Conditions[0].Operation", "StringStartsWithOperator").With("Conditions[0].Text", "/demarches").With("Conditions[0].CaseSensitive", "true")
            .With("Conditions[1].Text", "en").With("Conditions[2].Flag", "false").With("Conditions[3].Text", "isHomepage()").SubmitAsync("Enregistrer");

        board.Texts("tr:has(a[href$='Compos%C3%A9e']) td")[0].ShouldBe("L’adresse de la page commence par « /demarches » (majuscules comprises) ou La langue est « en » ou Partout sauf sur la page d’accueil ou Si le script « isHomepage() » répond oui");
        var stored = (await site.ExportAsync()).Step("Layers")["Layers"]!.AsArray().Single(layer => layer!["Name"]!.ToString() == "Composée")!["LayerRule"]!["Conditions"]!.AsArray().ShouldHaveSingleItem()!;
        stored["$type"]!.ToString().ShouldBe("OrchardCore.Rules.Models.AnyConditionGroup, OrchardCore.Rules");
        stored["Conditions"]!.AsArray().Select(condition => condition!["Name"]!.ToString()).ShouldBe(["UrlCondition", "CultureCondition", "HomepageCondition", "JavascriptCondition"]);
        stored["Conditions"]![0]!["Operation"]!.ToJsonString().ShouldBe("""{"$type":"OrchardCore.Rules.Models.StringStartsWithOperator, OrchardCore.Rules","CaseSensitive":true}""");
    }

    [Theory, OnBothDatabases]
    public async Task Saving_a_layer_unchanged_keeps_every_byte_of_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var strange = JsonNode.Parse("""
            {"Name":"Octets","More":1,"Description":"d","LayerRule":{"ConditionId":"4r","Conditions":[{"Name":"MoonCondition","$type":"X.MoonCondition, X","Phase":"full"},
             {"$type":"OrchardCore.Rules.Models.UrlCondition, OrchardCore.Rules","Value":"~/a","Extra":true,"Operation":{"CaseSensitive":true,"$type":"OrchardCore.Rules.Models.StringNotEqualsOperator, OrchardCore.Rules"},"Name":"UrlCondition","ConditionId":"4u"},
             {"Value":"true","Name":"HomepageCondition"},{"Name":"AllConditionGroup","Conditions":[{"Name":"IsAnonymousCondition"}]},{"Script":"1 < 2 && \"é\"","Name":"JavascriptCondition"}]}}
            """)!.AsObject();
        await site.PlayAsync(TheLayers(strange.DeepClone().AsObject()));
        var editor = await site.SignInAsync("Administrator");

        var form = await editor.GetAsync("/admin/blocs/couche?nom=Octets");
        form.Texts("form .row-title").ShouldBe(["Jamais : condition « MoonCondition » inconnue ici", "Pour les personnes qui ne sont pas connectées"]);
        (await form.Form("form.editor-main").SubmitAsync("Enregistrer")).Text(".notice-success").ShouldBe("La couche est enregistrée.");

        var stored = await site.InDatabaseAsync(db => db.Set<Layer>().SingleAsync(row => row.Name == "Octets"));
        stored.Json.ShouldBe(Layer.Write(strange));
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_is_refused_with_a_sentence(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(TheLayers(Always("Refus")), Items(Widget("4x1", "refusé", "Refus", "Header")));
        var editor = await site.SignInAsync("Administrator");
        async Task<IReadOnlyList<string>> SaveAsync(Func<Form, Form> with, params string[] add)
        {
            var form = await editor.GetAsync("/admin/blocs/couche");
            foreach (var kind in add)
            {
                form = await form.Form("form.editor-main").SubmitAsync(kind);
            }

            return (await with(form.Form("form.editor-main")).SubmitAsync("Enregistrer")).Texts(".error-summary li");
        }

        (await SaveAsync(form => form)).ShouldBe(["Donnez un nom à la couche.", "Ajoutez au moins une condition : sans elle, les blocs de la couche ne se montrent jamais."]);
        (await SaveAsync(form => form.With("Name", "refus"), "Toujours")).ShouldBe(["Une couche porte déjà ce nom."]);
        (await SaveAsync(form => form.With("Name", "Autre"), "Adresse")).ShouldBe(["Condition 1 : dites à quoi comparer."]);
        (await SaveAsync(form => form.With("Name", "Autre").With("Conditions[0].Text", "if ("), "Script")).ShouldHaveSingleItem().ShouldStartWith("Condition 1 : le script ne peut pas être lu");
        (await (await editor.GetAsync("/admin/blocs/couche?nom=Refus")).Form("form.editor-main").SubmitAsync("Supprimer cette couche")).Texts(".error-summary li").ShouldBe(["Cette couche porte encore 1 bloc(s) : déplacez-les ou retirez-les d’abord."]);
        (await editor.GetAsync("/admin/blocs/couche?nom=Inconnue")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task A_block_whose_draft_is_being_written_is_not_moved(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(TheLayers(Always("Brouillons")), Items(Widget("4y1", "publié", "Brouillons", "Header")));
        var editor = await site.SignInAsync("Administrator");
        await (await editor.GetAsync("/admin/contenus/4y1")).Form("form.editor").With("TitlePart.Title", "pas encore").SubmitAsync("Enregistrer le brouillon");

        var board = await (await editor.GetAsync("/admin/blocs")).Form("#bloc-4y1 details form").With("zone", "Footer").SubmitAsync("Placer");

        board.Text(".error-summary li").ShouldBe("Un brouillon de « pas encore » est en cours : publiez-le ou abandonnez-le, puis déplacez le bloc.");
        board.Texts("#zone-Header .row-title").ShouldContain("pas encore");
        await (await editor.GetAsync("/admin/contenus/4y1")).Form("form.editor").SubmitAsync("Publier");
        (await (await editor.GetAsync("/admin/blocs")).Form("#bloc-4y1 details form").With("zone", "Footer").SubmitAsync("Placer")).Texts("#zone-Footer .row-title").ShouldContain("pas encore");
    }

    [Theory, OnBothDatabases]
    public async Task The_editor_keeps_the_place_of_a_block(Database database)
    {
        var site = await sites.OnAsync(database);
        var widget = Widget("4z1", "gardé", "Garde", "Header", 2.5);
        widget["LayerMetadata"]!["Unknown"] = "x";
        await site.PlayAsync(TheLayers(Always("Garde")), Items(widget.DeepClone().AsObject()));
        var editor = await site.SignInAsync("Administrator");

        await (await editor.GetAsync("/admin/contenus/4z1")).Form("form.editor").With("TitlePart.Title", "changé").SubmitAsync("Publier");

        var item = await site.UseAsync<IContentStore, ContentItem?>(store => store.FindAsync("4z1", ContentVersion.Published, default));
        (item!.DisplayText, item.Content["LayerMetadata"]!.ToJsonString()).ShouldBe(("changé", widget["LayerMetadata"]!.ToJsonString()));
    }

    [Theory, OnBothDatabases]
    public async Task A_zone_that_the_theme_does_not_have_is_reported(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(TheLayers(Always("Nulle part")), Items(Widget("4n1", "perdu", "Nulle part", "AsideFirst")));
        var editor = await site.SignInAsync("Administrator");

        var board = await editor.GetAsync("/admin/blocs");

        board.Text("#zone-AsideFirst .notice-warning")!.ShouldStartWith("Le thème n’a pas cette zone");
        board.Has("#zone-Footer .notice-warning").ShouldBeFalse();
        board = await board.Form("#bloc-4n1 details form").With("zone", "Footer").SubmitAsync("Placer");
        board.Has("#zone-AsideFirst").ShouldBeFalse();
        board.Texts("#zone-Footer .row-title").ShouldContain("perdu");
    }

    [Theory, OnBothDatabases]
    public async Task The_page_takes_the_same_number_of_queries_for_3_blocks_as_for_30(Database database)
    {
        var site = await sites.OnAsync(database);
        var editor = await site.SignInAsync("Administrator");
        await site.PlayAsync(TheLayers(Always("Nombre")), Items([.. Enumerable.Range(1, 3).Select(index => Widget($"4nb{index}", $"bloc {index}", "Nombre"))]));
        await editor.GetAsync("/admin/blocs");
        var few = (await editor.GetAsync("/admin/blocs")).Queries.Count;

        await site.PlayAsync(Items([.. Enumerable.Range(4, 27).Select(index => Widget($"4nb{index}", $"bloc {index}", "Nombre"))]));

        (await editor.GetAsync("/admin/blocs")).Queries.Count.ShouldBe(few);
    }

    [Theory, OnBothDatabases]
    public async Task Those_who_may_not_are_turned_away(Database database)
    {
        var site = await sites.OnAsync(database);
        var (citizen, editor) = (await site.SignInAsync(), await site.SignInAsync("Layerer", "AccessAdminPanel", "ManageLayers"));

        foreach (var address in new[] { "/admin/blocs", "/admin/blocs/couche" })
        {
            (await citizen.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await site.Visitor().GetAsync(address)).Url.AbsolutePath.ShouldBe("/connexion");
            (await editor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        }
    }
}
