using EssConsult.Kernel.Admin;

namespace EssConsult.Workflows;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Workflows", "Circuits", "Ce que le site fait de lui-même quand quelque chose arrive, au format d’Orchard.")
    {
        DependsOn = ["EssConsult.Content"],
        Permissions = [new(Permissions.ManageWorkflows, "Mettre les circuits en marche, voir leurs exécutions")],
        AdminLinks = [new("Circuits", "/admin/circuits", Permissions.ManageWorkflows, AdminSection.Advanced, Order: 5)],
    };
}
