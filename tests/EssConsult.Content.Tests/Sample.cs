using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;

namespace EssConsult.Content.Tests;

/// <summary>Types and items that tests make for themselves, under names of their own.</summary>
internal static class Sample
{
    public static string Name(string prefix) => prefix + Guid.NewGuid().ToString("N")[..8];

    /// <summary>Defines a type with a title, an address, a text and the given fields in its own part.</summary>
    public static async Task<string> DefineAsync(Site site, string fields = "", string options = """ "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true, "Securable": true """, string parts = "")
    {
        var name = Name("Type");
        await DefineAsync(site, Type(name, options, parts), $$"""{ "Name": "{{name}}", "Settings": {}, "ContentPartFieldDefinitionRecords": [{{fields}}] }""");
        return name;
    }

    public static async Task DefineAsync(Site site, string type, string part)
    {
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var definitions = (IContentDefinitions)services.GetService(typeof(IContentDefinitions))!;
            await definitions.MergeAsync(new JsonArray(JsonNode.Parse(type)), new JsonArray(JsonNode.Parse(part)), replace: false, default);
            await ((SiteDb)services.GetService(typeof(SiteDb))!).SaveChangesAsync();
        });
        await site.CatchUpAsync();
    }

    public static string Field(string kind, string name, string settings = "", string own = "") =>
        $$"""{ "FieldName": "{{kind}}", "Name": "{{name}}", "Settings": { "ContentPartFieldSettings": { "DisplayName": "{{name}}"{{own}} }, "{{kind}}Settings": { {{settings}} } } }""";

    /// <summary>Uses the store and saves.</summary>
    public static async Task<T> StoreAsync<T>(Site site, Func<IContentStore, Task<T>> work)
    {
        T result = default!;
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var db = (SiteDb)services.GetService(typeof(SiteDb))!;
            await using var write = await db.BeginWriteAsync(default);
            result = await work((IContentStore)services.GetService(typeof(IContentStore))!);
            await db.SaveChangesAsync();
            await write.CommitAsync(default);
        });
        return result;
    }

    public static Task StoreAsync(Site site, Func<IContentStore, Task> work) => StoreAsync(site, async store =>
    {
        await work(store);
        return true;
    });

    public static async Task<ContentItem> PublishAsync(Site site, string type, string title, Action<ContentItem>? with = null, string? owner = null)
    {
        var item = await StoreAsync(site, async store =>
        {
            var made = store.New(type, owner, "Léa");
            made.Put(new TitlePart(title));
            with?.Invoke(made);
            await store.PublishAsync(made, default);
            return made;
        });
        await site.CatchUpAsync();
        return item;
    }

    private static string Type(string name, string options, string parts) => """
        { "Name": "NAME", "DisplayName": "NAME", "Settings": { "ContentTypeSettings": { OPTIONS } },
          "ContentTypePartDefinitionRecords": [
            { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" }, "TitlePartSettings": { "Options": "EditableRequired" } } },
            { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "ContentTypePartSettings": { "Position": "1" }, "AutoroutePartSettings": { "AllowCustomPath": true, "Pattern": "{{ Model.ContentItem.DisplayText | slugify }}" } } },
            { "PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart", "Settings": { "ContentTypePartSettings": { "Position": "2" } } },
            { "PartName": "NAME", "Name": "NAME", "Settings": { "ContentTypePartSettings": { "Position": "3" } } }PARTS] }
        """.Replace("NAME", name, StringComparison.Ordinal).Replace("OPTIONS", options, StringComparison.Ordinal).Replace("PARTS", parts, StringComparison.Ordinal);
}
