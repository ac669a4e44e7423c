using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;

namespace EssConsult.Content.Tests.Admin;

public sealed class SettingsFormTests(Sites sites) : IClassFixture<Sites>
{
    [Theory]
    [OnBothDatabases(""" "TitlePartSettings": { "Options": "GeneratedHidden", "Pattern": "x" } """)]
    [OnBothDatabases(""" "TitlePartSettings": { "Options": 0 } """)]
    [OnBothDatabases(""" "TitlePartSettings": {} """)]
    [OnBothDatabases(""" "Other": {} """)]
    public async Task Opening_and_saving_the_settings_of_a_part_changes_none(Database database, string settings)
    {
        var site = await sites.OnAsync(database);
        var name = Sample.Name("Regle");
        await Sample.DefineAsync(site, $$"""
            { "Name": "{{name}}", "DisplayName": "R", "Settings": {}, "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { {{settings}} } } ] }
            """, $$"""{ "Name": "{{name}}" }""");
        var admin = await site.SignInAsync("Administrator");

        await (await admin.GetAsync($"/admin/types/{name}/blocs/TitlePart")).Form().SubmitAsync("Enregistrer");

        var record = await TypeAsync(site, name);
        JsonNode.DeepEquals(record["ContentTypePartDefinitionRecords"]![0]!["Settings"], JsonNode.Parse("{" + settings + "}")).ShouldBeTrue(record.ToJsonString());
    }

    [Theory]
    [OnBothDatabases("TextField", """ "ContentPartFieldSettings": { "DisplayName": "F", "Editor": "TextArea" }, "TextFieldPredefinedListEditorSettings": { "Editor": 1 } """)]
    [OnBothDatabases("LinkField", """ "ContentPartFieldSettings": { "DisplayName": "F" }, "LinkFieldSettings": { "LinkTextMode": "Static" } """)]
    [OnBothDatabases("ContentPickerField", """ "ContentPartFieldSettings": { "DisplayName": "F" }, "ContentPickerFieldSettings": { "DisplayedContentTypes": [ "Gone" ] } """)]
    public async Task Opening_and_saving_the_settings_of_a_field_changes_none(Database database, string kind, string settings)
    {
        var site = await sites.OnAsync(database);
        var name = await Sample.DefineAsync(site, $$"""{ "FieldName": "{{kind}}", "Name": "F", "Settings": { {{settings}} } }""");
        var admin = await site.SignInAsync("Administrator");

        await (await admin.GetAsync($"/admin/types/{name}/champs/F")).Form().SubmitAsync("Enregistrer");

        var part = await PartAsync(site, name);
        JsonNode.DeepEquals(part["ContentPartFieldDefinitionRecords"]![0]!["Settings"], JsonNode.Parse("{" + settings + "}")).ShouldBeTrue(part.ToJsonString());
    }

    [Fact]
    public async Task A_number_that_is_read_as_a_whole_one_takes_no_fraction()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var name = await Sample.DefineAsync(site, Sample.Field("TextField", "F"));
        var admin = await site.SignInAsync("Administrator");

        var page = await (await admin.GetAsync($"/admin/types/{name}/champs/F")).Form().With("TextFieldSettings.MaxLength", "2,5").SubmitAsync("Enregistrer");
        page.Html.ShouldContain("écrivez un nombre");

        await page.Form().With("TextFieldSettings.MaxLength", "3,0").SubmitAsync("Enregistrer");
        (await PartAsync(site, name))["ContentPartFieldDefinitionRecords"]![0]!["Settings"]!["TextFieldSettings"]!["MaxLength"]!.ToJsonString().ShouldBe("3");
    }

    private static async Task<JsonObject> TypeAsync(Site site, string name) => Find((await ExportAsync(site)).Types, name);

    private static async Task<JsonObject> PartAsync(Site site, string name) => Find((await ExportAsync(site)).Parts, name);

    private static Task<(JsonArray Types, JsonArray Parts)> ExportAsync(Site site) =>
        site.UseAsync<IContentDefinitions, (JsonArray Types, JsonArray Parts)>(definitions => definitions.ExportAsync(default));

    private static JsonObject Find(JsonArray records, string name) => records.OfType<JsonObject>().Single(record => record["Name"]!.ToString() == name);
}
