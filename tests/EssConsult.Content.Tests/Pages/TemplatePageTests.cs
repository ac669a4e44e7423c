using EssConsult.Content.SiteTemplates;
using EssConsult.Content.Tests.Recipes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Tests.Pages;

public sealed class TemplatePageTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    private const string Page = """
        { "steps": [ { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Notice", "DisplayName": "Notice", "ContentTypePartDefinitionRecords": [ { "PartName": "AutoroutePart", "Name": "AutoroutePart" } ] } ] },
          { "name": "Content", "data": [ { "ContentItemId": "4notice", "ContentItemVersionId": "4noticev", "ContentType": "Notice", "DisplayText": "Avis à tous", "Latest": true, "Published": true, "AutoroutePart": { "Path": "avis" } } ] } ] }
        """;

    [Theory, OnBothDatabases]
    public async Task A_template_is_previewed_saved_used_changed_and_deleted(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Page);
        var admin = await site.SignInAsync("Administrator");

        var page = await (await admin.GetAsync("/admin/gabarits")).FollowAsync("Créer un gabarit");
        page = await Fill(page, "Content-Notice", "<p class=\"ours\" onclick=\"x()\">{{ Model.ContentItem.DisplayText }} !</p>").SubmitAsync("Aperçu");
        page.Text(".template-preview .ours").ShouldBe("Avis à tous !");
        page.Has(".template-preview [onclick]").ShouldBeFalse();
        (await site.Visitor().GetAsync("/avis?avant")).Has(".ours").ShouldBeFalse();

        page = await page.Form().SubmitAsync("Enregistrer");
        page.Text(".notice").ShouldBe("Le gabarit est enregistré.");
        page.Texts("tbody .row-title").ShouldContain("Content-Notice");
        await site.CatchUpAsync();
        (await site.Visitor().GetAsync("/avis")).Text(".ours").ShouldBe("Avis à tous !");

        page = await (await page.FollowAsync("Content-Notice")).Form().With("Template.Source", "<p class=\"ours\">{{ 'x' | upcase }}</p>").SubmitAsync("Enregistrer");
        await site.CatchUpAsync();
        (await site.Visitor().GetAsync("/avis")).Text(".ours").ShouldBe("X");

        page = await (await page.FollowAsync("Content-Notice")).Form().SubmitAsync("Supprimer ce gabarit");
        page.Text(".notice").ShouldBe("Le gabarit est supprimé.");
        await site.CatchUpAsync();
        (await site.Visitor().GetAsync("/avis")).Has(".ours").ShouldBeFalse();
    }

    [Theory]
    [InlineData("Content-Broken", "{% if %}", "Ce gabarit contient une erreur")]
    [InlineData("Content-Slot", "{% slot 'x' %}", "n’ont leur place que dans la mise en page")]
    [InlineData("../../etc", "x", "Un nom de gabarit commence par une lettre")]
    [InlineData("", "x", "Donnez un nom au gabarit.")]
    public async Task What_cannot_be_stored_is_said_on_the_form_and_nothing_is_lost(string name, string source, string sentence)
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var admin = await site.SignInAsync("Administrator");

        var page = await Fill(await admin.GetAsync("/admin/gabarits/nouveau"), name, source).SubmitAsync("Enregistrer");

        page.Text(".error-summary")!.ShouldContain(sentence);
        page.Text("textarea").ShouldBe(source);
        (await site.InDatabaseAsync(db => db.Set<SiteTemplate>().AnyAsync(row => row.Name == TemplateName.ToKey(name)))).ShouldBeFalse();
    }

    private static Form Fill(Page page, string name, string source) => page.Form().With("Template.Name", name).With("Template.Source", source);
}
