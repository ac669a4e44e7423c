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
            new(Permissions.ManageMenu, "Modifier les menus"),
            new(Permissions.ManageTaxonomies, "Modifier les listes de thèmes"),
            new(Permissions.ManageMediaContent, "Gérer les médias"),
            new(Permissions.ViewMediaContent, "Voir les médias", Permissions.ManageMediaContent),
            new(Permissions.ManageRecipes, "Jouer un modèle de site"),
            new(Permissions.ManageSettings, "Modifier les réglages"),
            new(Permissions.ManageContactMessages, "Lire et traiter les messages reçus"),
        ],
    };
}
