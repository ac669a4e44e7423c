using EssConsult.Content.Shortcodes;
using EssConsult.Content.Tests.Pages;
using EssConsult.Content.Tests.Recipes;

namespace EssConsult.Content.Tests.Templating;

public sealed class ShortcodeTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    private const string Recipe = """
        { "steps": [
          { "name": "ShortcodeTemplates", "ShortcodeTemplates": {
            "stars": { "Content": "<b class=\"stars\">6 800</b>", "Hint": "Étoiles", "Usage": "[stars]", "DefaultValue": "[stars]", "Categories": ["Chiffres"] },
            "box": { "Content": "<div class=\"box {{ Args.kind }} {{ Args['0'] }}\">{{ Content }} {{ Context.ContentItem.DisplayText }}</div>" } } },
          { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Coded", "DisplayName": "Codé", "ContentTypePartDefinitionRecords": [ { "PartName": "AutoroutePart", "Name": "AutoroutePart" }, { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart" }, { "PartName": "Coded", "Name": "Coded" } ] } ],
            "ContentParts": [ { "Name": "Coded", "ContentPartFieldDefinitionRecords": [ { "FieldName": "HtmlField", "Name": "More" }, { "FieldName": "TextField", "Name": "Plain" } ] } ] },
          { "name": "Content", "data": [ { "ContentItemId": "4coded", "ContentItemVersionId": "4codedv", "ContentType": "Coded", "DisplayText": "Code", "Latest": true, "Published": true, "AutoroutePart": { "Path": "code" },
            "HtmlBodyPart": { "Html": "<p class=\"body\">[stars] [[stars]] [unheard] [comment]# x: y[/name]</p>" },
            "Coded": { "More": { "Html": "<p>[box kind=\"red\" wide]dans [stars]<script>alert(1)</script>[/box]</p>" }, "Plain": { "Text": "[stars]" } } } ] } ] }
        """;

    [Theory, OnBothDatabases]
    public async Task What_stands_in_brackets_is_drawn_by_its_liquid_and_all_else_is_left_alone(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Recipe);
        await site.CatchUpAsync();

        var page = await site.Visitor().GetAsync("/code");

        page.Text(".body").ShouldBe("6 800 [stars] [unheard] [comment]# x: y[/name]");
        page.Text(".box.red.wide").ShouldBe("dans 6 800 Code");
        page.Has("main script").ShouldBeFalse();
        page.Text("main")!.ShouldContain("[stars]");
        (await site.PlayAsync(Recipe)).Reports().First().ShouldBe("ShortcodeTemplates Done 0 2");
    }

    [Theory, OnBothDatabases]
    public async Task An_administrator_makes_changes_and_takes_away_a_shortcode_and_pages_follow(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Recipe.Replace("[unheard]", "[tel]", StringComparison.Ordinal).Replace("4coded", "4tel", StringComparison.Ordinal).Replace("\"code\"", "\"tel\"", StringComparison.Ordinal));
        await site.CatchUpAsync();
        var admin = await site.SignInAsync("Administrator");
        (await site.Visitor().GetAsync("/tel")).Text(".body")!.ShouldContain("[tel]");

        var page = await (await (await admin.GetAsync("/admin/codes-courts")).FollowAsync("Créer un code court")).Form()
            .With("Shortcode.Name", "tel").With("Shortcode.Hint", "Le numéro").With("Shortcode.Content", "02 40 00 00 00").SubmitAsync("Enregistrer");
        page.Text(".notice").ShouldBe("Le code court est enregistré.");
        await site.CatchUpAsync();
        (await site.Visitor().GetAsync("/tel")).Text(".body")!.ShouldContain("02 40 00 00 00");

        page = await (await page.FollowAsync("[tel]")).Form().With("Shortcode.Content", "{% if %}").SubmitAsync("Enregistrer");
        page.Text(".error-summary")!.ShouldContain("Ce gabarit contient une erreur");
        page = await (await (await admin.GetAsync("/admin/codes-courts")).FollowAsync("[tel]")).Form().SubmitAsync("Supprimer ce code court");
        await site.CatchUpAsync();
        (await site.Visitor().GetAsync("/tel")).Text(".body")!.ShouldContain("[tel]");
    }

    [Theory]
    [InlineData("a [x] b", "x|2-5||")]
    [InlineData("[x]in[/x] [x/]", "x|0-9|in|")]
    [InlineData("[x a=1 b='two words' \"three\"]", "x|0-29||a=1,b=two words,0=three")]
    [InlineData("[x a=&quot;é&amp;é&quot;]", "x|0-25||a=é&é")]
    [InlineData("[[x]] [x]", "x|0-5|| x|6-9||")]
    [InlineData("[y][x][/y]", "x|3-6||")]
    [InlineData("[x [x]", "x|3-6||")]
    [InlineData("[x", "")]
    public void A_reader_finds_the_outermost_of_those_that_are_known(string text, string expected) =>
        string.Join(' ', ShortcodeReader.Read(text, name => name == "x").Select(found => $"{found.Name}|{found.Start}-{found.End}|{found.Inner}|{string.Join(',', found.Arguments.Select(pair => $"{pair.Key}={pair.Value}"))}")).ShouldBe(expected);
}
