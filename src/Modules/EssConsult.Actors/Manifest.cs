namespace EssConsult.Actors;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Actors", "Structures", "L’annuaire des structures de l’économie sociale et solidaire et de leurs membres.")
    {
        DependsOn = ["EssConsult.Content", "EssConsult.Search", "EssConsult.Mail", "EssConsult.Accounts", "EssConsult.Notifications"],
        Permissions = [new(Permissions.ManageActors, "Gérer l’annuaire des structures")],
        AdminLinks = [new("Structures", "/admin/structures", Permissions.ManageActors, AdminSection.People, Order: 10)],
    };
}
