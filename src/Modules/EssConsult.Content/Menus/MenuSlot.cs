using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Menus;

/// <summary>A menu at its place in the layout: the slot bears the menu's alias.</summary>
internal sealed class MenuSlot([ServiceKey] string name, MenuBook book, CurrentPerson person, IHttpContextAccessor http) : ISlot
{
    public const string Main = "main-menu";
    public const string Footer = "footer-menu";

    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        var entries = Allowed(book.Find(name));
        var path = http.HttpContext?.Request.Path.Value?.Trim('/') ?? string.Empty;
        return ValueTask.FromResult(entries.Count == 0 ? null : new SlotView("/Features/EssConsult.Content/Menus/Menu.cshtml", new MenuView(entries, Active(entries, path))));
    }

    private List<MenuEntry> Allowed(IReadOnlyList<MenuEntry> entries) =>
        [.. entries.Where(entry => entry.Permissions.Count == 0 || entry.Permissions.Any(person.Can)).Select(entry => entry with { Children = Allowed(entry.Children) })];

    /// <summary>The entry whose address is the page's, else the longest that the page lies below.</summary>
    private static MenuEntry? Active(IEnumerable<MenuEntry> entries, string path) => entries
        .SelectMany(entry => entry.Children.Prepend(entry))
        .Where(entry => entry.Url.TrimStart('~').Trim('/') is var own && entry.Url.StartsWith("~/", StringComparison.Ordinal)
            && (own == path || (own.Length > 0 && path.StartsWith(own + "/", StringComparison.Ordinal))))
        .MaxBy(entry => entry.Url.Length);
}

internal sealed record MenuView(IReadOnlyList<MenuEntry> Entries, MenuEntry? Active);
