namespace EssConsult.Forms;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Forms", "Formulaires", "Des formulaires à composer, dont les réponses sont contrôlées et gardées.")
    {
        DependsOn = ["EssConsult.Accounts", "EssConsult.Content", "EssConsult.Workflows"],
        Permissions =
        [
            new(Permissions.ManageFormSubmissions, "Supprimer des réponses aux formulaires, régler combien de temps elles sont gardées"),
            new(Permissions.ViewFormSubmissions, "Lire et télécharger les réponses aux formulaires", Permissions.ManageFormSubmissions),
        ],
        AdminLinks = [new("Réponses aux formulaires", "/admin/formulaires", Permissions.ViewFormSubmissions, Order: 91)],
    };
}
