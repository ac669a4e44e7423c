using System.Text.Json.Nodes;
using EssConsult.Content.Fields.Links;
using EssConsult.Content.Recipes.Keeping;
using EssConsult.Kernel.Admin;

namespace EssConsult.Content.Menus;

/// <summary>
/// The lines that Orchard's <c>AdminMenu</c> recipes add to the administration's menu (§1.4 of the formats): links, lists of one type,
/// and the lines within them, one after the other. A page of Orchard's administration that has no likeness here is left out.
/// </summary>
internal sealed class KeptAdminLinks(KeptBook kept, CurrentPerson person, IContentDefinitions definitions) : IAdminLinks
{
    private const int MostLinks = 100;
    private const string OrchardContents = "/admin/contents/contentitems";

    public IEnumerable<AdminLink> Links => kept.AdminMenus.Where(IsOn).SelectMany(menu => Read(menu, depth: 0)).DistinctBy(link => link.Address).Take(MostLinks)
        .Select((link, place) => link with { Order = 1000 + place });

    private IEnumerable<AdminLink> Read(JsonObject holder, int depth) => depth > 5 ? [] : Nodes(holder).Where(node => IsOn(node) && MayOpen(node)).SelectMany(node => Own(node).Concat(Read(node, depth + 1)));

    private IEnumerable<AdminLink> Own(JsonObject node) => (Text(node, "$type")?.Split(',')[0].Split('.')[^1] ?? "LinkAdminNode") switch
    {
        "ContentTypesAdminNode" => (Flag(node, "ShowAll") ? definitions.Types.Where(type => type.Options.Listable).Select(type => type.Name) : Types(node)).Select(OfType).OfType<AdminLink>(),
        "ListsAdminNode" => Text(node, "ContentType") is { } type && OfType(type) is { } list ? [list] : [],
        _ => Text(node, "LinkText") is { Length: > 0 } text && Address(Text(node, "LinkUrl")) is { } address ? [new AdminLink(text, address, "AccessAdminPanel", AdminSection.Contents)] : [],
    };

    private AdminLink? OfType(string name) => definitions.FindType(name) is { } type
        ? new AdminLink(type.DisplayName, $"/admin/contenus?type={Uri.EscapeDataString(type.Name)}", Permissions.ListContent, AdminSection.Contents)
        : null;

    /// <summary>An address of this site, or of another; of Orchard's own pages, its list of contents.</summary>
    private static string? Address(string? url)
    {
        if (string.IsNullOrEmpty(url))
        {
            return null;
        }

        var path = url.StartsWith("~/", StringComparison.Ordinal) ? url[1..] : url.StartsWith('/') || Uri.TryCreate(url, UriKind.Absolute, out _) ? url : "/" + url;
        return !LinkFieldType.IsSafe(path) ? null
            : path.StartsWith(OrchardContents, StringComparison.OrdinalIgnoreCase)
                ? path.Length > OrchardContents.Length + 1 ? $"/admin/contenus?type={Uri.EscapeDataString(Uri.UnescapeDataString(path[(OrchardContents.Length + 1)..]))}" : "/admin/contenus"
            : path.StartsWith("/Admin", StringComparison.Ordinal) ? null : path;
    }

    private bool MayOpen(JsonObject node) => Names(node["PermissionNames"]) is var names && (names.Count == 0 || names.Any(person.Can));

    private static bool IsOn(JsonObject node) => !string.Equals(Text(node, "Enabled"), "false", StringComparison.OrdinalIgnoreCase);

    private static bool Flag(JsonObject node, string name) => string.Equals(Text(node, name), "true", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<JsonObject> Nodes(JsonObject holder) => ((holder["MenuItems"] ?? holder["Items"]) as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>Before 3.0 an entry said <c>ContentTypeId</c>.</summary>
    private static IEnumerable<string> Types(JsonObject node) => (node["ContentTypes"] as JsonArray)?.OfType<JsonObject>().Select(entry => Text(entry, "ContentTypeName") ?? Text(entry, "ContentTypeId")).OfType<string>() ?? [];

    private static List<string> Names(JsonNode? list) => (list as JsonArray)?.Select(name => name?.ToString()).OfType<string>().ToList() ?? [];

    private static string? Text(JsonObject node, string name) => node[name]?.ToString();
}
