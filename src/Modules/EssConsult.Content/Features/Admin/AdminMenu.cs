using Microsoft.AspNetCore.Http;

namespace EssConsult.Content.Features.Admin;

/// <summary>What this module adds to the menu of the administration: the day's work first, what is rarely needed last.</summary>
internal sealed class AdminMenu(string part, int order, CurrentPerson person, IHttpContextAccessor http) : ISlot
{
    public const string Today = "Today";
    public const string Contents = "Contents";
    public const string Advanced = "Advanced";

    public string Name => "admin-menu";

    public int Order => order;

    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        var links = Links().Where(link => person.Can(link.Permission)).ToList();
        return ValueTask.FromResult(links.Count == 0 ? null
            : new SlotView("/Features/EssConsult.Content/Admin/AdminMenu.cshtml", new AdminMenuView(part == Today ? null : part == Contents ? "Contenus" : "Avancé", links)));
    }

    private IEnumerable<AdminLink> Links() => part switch
    {
        Today => [Link("À traiter", "/admin", "AccessAdminPanel", exact: true)],
        Contents =>
        [
            Link("Tous les contenus", "/admin/contenus", Permissions.ListContent), Link("Médias", "/admin/medias", Permissions.ManageMediaContent),
            Link("Menus", "/admin/menus", Permissions.ManageMenu), Link("Listes de thèmes", "/admin/listes-de-themes", Permissions.ManageTaxonomies),
        ],
        _ =>
        [
            Link("Types de page", "/admin/types", Permissions.EditContentTypes), Link("Gabarits", "/admin/gabarits", Permissions.ManageTemplates),
            Link("Modèles de site", "/admin/modeles", Permissions.ManageRecipes),
        ],
    };

    private AdminLink Link(string text, string path, string permission, bool exact = false)
    {
        var current = http.HttpContext?.Request.Path ?? default;
        return new AdminLink(text, "~" + path, permission, exact ? current == path : current.StartsWithSegments(path, StringComparison.Ordinal));
    }
}

/// <param name="Heading">Null for a link that stands alone.</param>
/// <param name="Links">Those that the person may follow.</param>
internal sealed record AdminMenuView(string? Heading, IReadOnlyList<AdminLink> Links);

internal sealed record AdminLink(string Text, string Url, string Permission, bool IsCurrent);
