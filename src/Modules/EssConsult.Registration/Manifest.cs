namespace EssConsult.Registration;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Registration", "Rendez-vous", "Plénières et ateliers : inscriptions, listes d’attente, billets, accueil, fiches de table.")
    {
        DependsOn = ["EssConsult.Content", "EssConsult.Mail", "EssConsult.Accounts", "EssConsult.Actors", "EssConsult.Notifications", "EssConsult.Workflows", "EssConsult.Contributions"],
        Permissions =
        [
            new(Permissions.ManageEvents, "Gérer les inscriptions aux rendez-vous"),
            new(Permissions.CheckIn, "Accueillir à l’entrée d’un rendez-vous"),
            new(Permissions.FollowDoor, "Suivre les entrées d’un rendez-vous", Permissions.ManageEvents, Permissions.CheckIn),
            new(Permissions.ViewNeeds, "Voir qui a des besoins d’accessibilité"),
        ],
        AdminLinks = [new("Rendez-vous", "/admin/rendez-vous", Permissions.ManageEvents, Order: 40), new("Accueil des rendez-vous", "/accueil", Permissions.CheckIn, Order: 41)],
    };
}
