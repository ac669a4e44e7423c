namespace EssConsult.Content;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Content", "Contenus", "Types de page, contenus et versions, médias, menus, listes de thèmes, modèles de site.")
    {
        AlwaysEnabled = true,
        Permissions =
        [
            new(Permissions.PublishContent, "Publier tout contenu"),
            new(Permissions.EditContent, "Modifier tout contenu", Permissions.PublishContent),
            new(Permissions.DeleteContent, "Supprimer tout contenu", Permissions.PublishContent),
            new(Permissions.ViewContent, "Lire les contenus publiés", Permissions.EditContent),
            new(Permissions.PreviewContent, "Lire les brouillons", Permissions.EditContent),
            new(Permissions.ListContent, "Voir la liste des contenus", Permissions.EditContent),
            new(Permissions.EditContentTypes, "Modifier les types de page"),
            new(Permissions.ManageTemplates, "Modifier les gabarits"),
            new(Permissions.ManageShortcodeTemplates, "Modifier les codes courts"),
            new(Permissions.ManageMenu, "Modifier les menus"),
            new(Permissions.ManageTaxonomies, "Modifier les listes de thèmes"),
            new(Permissions.ManageMediaContent, "Gérer les médias"),
            new(Permissions.ViewMediaContent, "Voir les médias", Permissions.ManageMediaContent),
            new(Permissions.ManageRecipes, "Jouer un modèle de site"),
            new(Permissions.ManageSettings, "Modifier les réglages"),
            new(Permissions.ManageContactMessages, "Lire et traiter les messages reçus"),
        ],
        AdminLinks =
        [
            new("À traiter", "/admin", "AccessAdminPanel"),
            new("Messages reçus", "/admin/messages-recus", Permissions.ManageContactMessages, Order: 90),
            new("Tous les contenus", "/admin/contenus", Permissions.ListContent, AdminSection.Contents, Order: 10),
            new("Médias", "/admin/medias", Permissions.ManageMediaContent, AdminSection.Contents, Order: 20),
            new("Menus", "/admin/menus", Permissions.ManageMenu, AdminSection.Contents, Order: 30),
            new("Listes de thèmes", "/admin/listes-de-themes", Permissions.ManageTaxonomies, AdminSection.Contents, Order: 40),
            new("Site et modules", "/admin/reglages", Permissions.ManageSettings, AdminSection.Settings, Order: 10),
            new("Types de page", "/admin/types", Permissions.EditContentTypes, AdminSection.Advanced, Order: 10),
            new("Gabarits", "/admin/gabarits", Permissions.ManageTemplates, AdminSection.Advanced, Order: 20),
            new("Codes courts", "/admin/codes-courts", Permissions.ManageShortcodeTemplates, AdminSection.Advanced, Order: 25),
            new("Modèles de site", "/admin/modeles", Permissions.ManageRecipes, AdminSection.Advanced, Order: 30),
        ],
    };
}
