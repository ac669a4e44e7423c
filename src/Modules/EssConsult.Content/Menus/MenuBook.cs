using System.Collections.Frozen;
using System.Text.Json.Nodes;
using EssConsult.Content.Fields.Links;
using EssConsult.Content.Fields.Picker;
using EssConsult.Content.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EssConsult.Content.Menus;

internal sealed record MenuEntry(string Text, string Url, string? Target, IReadOnlyList<string> Permissions, IReadOnlyList<MenuEntry> Children)
{
    /// <summary>As the menu embeds it.</summary>
    public required ContentItem Item { get; init; }
}

/// <summary>The published menus in memory, by alias.</summary>
internal sealed class MenuBook(IServiceScopeFactory scopes, ILogger<MenuBook> log) : IBook
{
    private volatile FrozenDictionary<string, IReadOnlyList<MenuEntry>> current = FrozenDictionary<string, IReadOnlyList<MenuEntry>>.Empty;
    private volatile IReadOnlyCollection<string> linked = [];

    public string Name => "menus";

    public IReadOnlyList<MenuEntry> Find(string alias) => current.GetValueOrDefault(alias) ?? [];

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(IsChangedBy))
        {
            await LoadAsync(ct);
        }
    }

    /// <summary>A menu, or an item that a menu leads to and whose address or title may have changed.</summary>
    public bool IsChangedBy(OutboxEvent happened) => PublishedChanges.TypeOf(happened) is { } type && (type == "Menu" || linked.Contains(happened.Subject));

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var rows = await db.Set<ContentRow>().AsNoTracking().Where(row => row.Published && row.ContentType == "Menu").OrderBy(row => row.CreatedUtc).Take(100).ToListAsync(ct);
        var menus = rows.Select(row => log.ReadOrSkip(row.ContentItemId, () => Menu.Of(row.ToItem()))).OfType<Menu>().DistinctBy(menu => menu.Alias).ToList();
        var targets = menus.SelectMany(menu => Entries(menu.Content)).SelectMany(Targets).Distinct().ToList();
        var paths = await db.Set<ContentRow>().AsNoTracking().Where(row => row.Published && targets.Contains(row.ContentItemId) && row.Path != null)
            .ToDictionaryAsync(row => row.ContentItemId, row => row.Path!, ct);
        linked = targets;
        current = menus.ToFrozenDictionary(menu => menu.Alias, menu => Read(menu.Content, paths));
    }

    private IReadOnlyList<MenuEntry> Read(JsonObject holder, IReadOnlyDictionary<string, string> paths) =>
        [.. Entries(holder).Select(json => log.ReadOrSkip(json, () => Read(json.ReadContentItem(), json, paths))).OfType<MenuEntry>()];

    private MenuEntry? Read(ContentItem item, JsonObject json, IReadOnlyDictionary<string, string> paths)
    {
        var link = (json["LinkMenuItemPart"] ?? json["HtmlMenuItemPart"]) as JsonObject;
        var url = link?["Url"]?.ToString() ?? (Targets(json).Select(paths.GetValueOrDefault).FirstOrDefault() is { } path ? "~/" + path : null);
        var text = item.DisplayText ?? item.Part<TitlePart>()?.Title ?? link?["Name"]?.ToString();
        var permissions = (json["MenuItemPermissionPart"]?["PermissionNames"] as JsonArray)?.Select(name => name?.ToString()).OfType<string>().ToList() ?? [];
        return string.IsNullOrWhiteSpace(text) || string.IsNullOrEmpty(url) || !LinkFieldType.IsSafe(url) ? null : new MenuEntry(text, url, link?["Target"]?.ToString(), permissions, Read(json, paths)) { Item = item };
    }

    private static IEnumerable<JsonObject> Entries(JsonObject holder) => ((holder["MenuItemsListPart"] as JsonObject)?["MenuItems"] as JsonArray)?.OfType<JsonObject>() ?? [];

    private static IEnumerable<string> Targets(JsonObject entry) =>
        ContentPickerFieldType.Ids((entry["ContentMenuItemPart"] as JsonObject)?["SelectedContentItem"] as JsonObject).Concat(Entries(entry).SelectMany(Targets));

    private sealed record Menu(string Alias, JsonObject Content)
    {
        /// <returns>Null for a menu that no place asks for.</returns>
        public static Menu? Of(ContentItem item) => item.Part<AliasPart>()?.Alias is { Length: > 0 } alias ? new Menu(alias, item.Content) : null;
    }
}
