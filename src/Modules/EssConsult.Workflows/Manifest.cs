using EssConsult.Kernel.Admin;

namespace EssConsult.Workflows;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Workflows", "Circuits", "Ce que le site fait de lui-même quand quelque chose arrive, au format d’Orchard.")
    {
        AlwaysEnabled = true,
        DependsOn = ["EssConsult.Content", "EssConsult.Mail", "EssConsult.Accounts", "EssConsult.Notifications"],
        Permissions =
        [
            new(Permissions.ManageWorkflows, "Mettre les circuits en marche, voir leurs exécutions"),
            new(Permissions.DecideInWorkflows, "Prendre les décisions que des circuits attendent", Permissions.ManageWorkflows, "ModerateContent"),
        ],
        AdminLinks = 
        [
            new("Décisions", "/admin/decisions", Permissions.DecideInWorkflows, Order: 15),
            new("Circuits", "/admin/circuits", Permissions.ManageWorkflows, AdminSection.Advanced, Order: 5),
        ],
    };
}
