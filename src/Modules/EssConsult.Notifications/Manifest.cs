using EssConsult.Kernel.Admin;

namespace EssConsult.Notifications;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Notifications", "Nouvelles et messages", "Nouvelles de ce que chacun suit, comme chacun le choisit ; messages de l’équipe aux participants.")
    {
        AlwaysEnabled = true,
        DependsOn = ["EssConsult.Content", "EssConsult.Mail", "EssConsult.Accounts"],
        Permissions = [new(Permissions.WriteToPeople, "Écrire aux participants")],
        AdminLinks = [new("Écrire aux participants", "/admin/ecrire", Permissions.WriteToPeople, AdminSection.Daily, Order: 60)],
    };
}
