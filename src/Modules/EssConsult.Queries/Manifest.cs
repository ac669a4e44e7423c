namespace EssConsult.Queries;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Queries", "Requêtes", "Des listes de contenus que les gabarits, les circuits et d’autres sites demandent par leur nom, au format d’Orchard.")
    {
        DependsOn = ["EssConsult.Accounts", "EssConsult.Content", "EssConsult.Workflows"],
        Permissions =
        [
            new(Permissions.ManageQueries, "Écrire des requêtes et les essayer"),
            new(Permissions.ExecuteApiAll, "Demander le résultat des requêtes par l’interface de programmation", Permissions.ManageQueries),
        ],
        AdminLinks = [new("Requêtes", "/admin/requetes", Permissions.ManageQueries, AdminSection.Advanced, Order: 25)],
    };
}
