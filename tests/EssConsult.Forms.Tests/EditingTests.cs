using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;

namespace EssConsult.Forms.Tests;

public sealed class EditingTests(FormSites sites) : IClassFixture<FormSites>
{
    [Theory, OnBothDatabases]
    public async Task A_form_is_composed_published_and_answered_without_a_line_of_JSON(Database database)
    {
        var site = await sites.OnAsync(database);
        var editor = await site.SignInAsync("Administrator");

        var created = await (await editor.GetAsync("/admin/contenus/nouveau/Form")).Form("form.editor-main, main form[method=post]").With("TitlePart.Title", "Composé à l’écran").With("EssFormPart.Thanks", "À bientôt !").SubmitAsync();
        var id = created.Url.Segments[^1];
        var element = await (await editor.GetAsync($"/admin/contenus/{id}/elements/nouveau?liste=FlowPart&type=Input")).Form("form.editor-main")
            .With("FormElementLabelPart.Label", "Votre prénom").With("FormInputElementPart.Name", "Prenom").With("InputPart.Type", "text").With("EssFieldPart.Required", "true").With("EssFieldPart.MaxLength", "20").SubmitAsync();
        element.Texts(".row-title").ShouldContain("Votre prénom");
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var store = (IContentStore)services.GetService(typeof(IContentStore))!;
            await store.PublishAsync((await store.FindAsync(id, ContentVersion.Latest, default))!, default);
            await ((Kernel.Data.SiteDb)services.GetService(typeof(Kernel.Data.SiteDb))!).SaveChangesAsync();
        });

        (await site.AnswerAsync(id)).Texts(".error-summary li").ShouldBe(["Remplissez « Votre prénom »."]);
        (await site.AnswerAsync(id, null, ("Prenom", "Léa"))).Text(".notice-success").ShouldBe("À bientôt !");
        var item = await site.UseAsync<IContentStore, ContentItem?>(store => store.FindAsync(id, ContentVersion.Published, default));
        var input = item!.Content["FlowPart"]!["Widgets"]![0]!;
        input["EssFieldPart"]!.ToJsonString().ShouldBe("""{"Required":true,"MaxLength":20}""");
        input["InputPart"]!.ToJsonString().ShouldBe("""{"Type":"text"}""");
    }

    [Theory, OnBothDatabases]
    public async Task An_element_that_is_saved_unchanged_keeps_its_JSON(Database database)
    {
        var site = await sites.OnAsync(database);
        var editor = await site.SignInAsync("Administrator");
        var select = JsonNode.Parse("""
            {"ContentItemId":"4select","ContentType":"Select","FormInputElementPart":{"Name":"Sujet","Other":1},"FormElementPart":{"Id":"sujet"},
             "FormElementLabelPart":{"Option":1,"Label":"Sujet"},"SelectPart":{"Options":[{"Text":"Un sujet","Value":"un"},{"Text":"Deux","Value":"Deux"}],"DefaultValue":"un","Editor":"Radio"},"FormElementValidationPart":{"Option":"Standard"}}
            """)!.AsObject();
        select["ContentItemId"] = Forms.NewId();
        var id = await site.PublishAsync(Forms.Form("Stable", select));

        await (await editor.GetAsync($"/admin/contenus/{id}/elements/{select["ContentItemId"]}")).Form("form.editor-main").SubmitAsync();

        var item = await site.UseAsync<IContentStore, ContentItem?>(store => store.FindAsync(id, ContentVersion.Latest, default));
        item!.Published.ShouldBeFalse();
        var saved = item.Content["FlowPart"]!["Widgets"]![0]!;
        foreach (var part in new[] { "FormInputElementPart", "FormElementPart", "FormElementLabelPart", "SelectPart", "FormElementValidationPart" })
        {
            saved[part]!.ToJsonString().ShouldBe(select[part]!.ToJsonString());
        }
    }

    [Fact]
    public async Task A_template_of_the_site_draws_an_element_in_place_of_ours()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, new SiteOptions { Recipe = "ess-roadmap" });
        await site.PlayAsync(JsonNode.Parse("""{"name":"Templates","Templates":{"InputPart":{"Content":"<p class='own'>{{ Field.Label }} <input name='{{ Field.Name }}'></p>"}}}""")!.AsObject());
        var id = await site.PublishAsync(Forms.Form("Gabarit", Forms.Input("Q", "text", "Une question <b>")));

        var page = await site.OpenAsync(id);

        page.Text("p.own").ShouldBe("Une question <b>");
        (await page.FormOf().With("Q", "oui").SubmitAsync()).Has(".notice-success").ShouldBeTrue();
    }

    [Fact]
    public async Task A_site_that_switches_forms_off_draws_none_and_takes_none()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, new SiteOptions { Recipe = "ess-roadmap" });
        var id = await site.PublishAsync(Forms.Contact());
        await site.PlayAsync(JsonNode.Parse("""{"name":"feature","disable":["EssConsult.Forms"]}""")!.AsObject());

        (await site.Visitor().GetAsync($"/formulaires/{id}")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await (await site.SignInAsync("Administrator")).GetAsync($"/admin/contenus/{id}")).Has("[name='FormPart.Method']").ShouldBeFalse();
    }
}
