using EssConsult.Kernel.Admin;

namespace EssConsult.Subscriptions;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Subscriptions", "Être informé", "Nouvelles d’une démarche par e-mail, sans compte.")
    {
        DependsOn = ["EssConsult.Content", "EssConsult.Mail", "EssConsult.Accounts", "EssConsult.Notifications", "EssConsult.Contributions"],
        Permissions = [new(Permissions.ViewSubscriptions, "Voir combien d’adresses suivent chaque démarche")],
        AdminLinks = [new("Abonnements", "/admin/abonnements", Permissions.ViewSubscriptions, AdminSection.People, Order: 40)],
    };
}
