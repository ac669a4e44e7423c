namespace EssConsult.Forms;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Forms", "Formulaires", "Des formulaires à composer, dont les réponses sont contrôlées et gardées.")
    {
        DependsOn = ["EssConsult.Accounts", "EssConsult.Content", "EssConsult.Mail", "EssConsult.Workflows"],
        Permissions =
        [
            new(Permissions.ManageFormSubmissions, "Supprimer des réponses aux formulaires, régler combien de temps elles sont gardées"),
            new(Permissions.ViewFormSubmissions, "Lire et télécharger les réponses aux formulaires", Permissions.ManageFormSubmissions),
            new(Permissions.ManageQuestionnaires, "Composer des questionnaires, donner leurs codes, voir leurs résultats", Permissions.ManageFormSubmissions),
        ],
        AdminLinks =
        [
            new("Questionnaires", "/admin/questionnaires", Permissions.ManageQuestionnaires, Order: 80),
            new("Réponses aux formulaires", "/admin/formulaires", Permissions.ViewFormSubmissions, Order: 91),
        ],
    };
}
