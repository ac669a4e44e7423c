namespace EssConsult.Accounts;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Accounts", "Comptes", "S’identifier par e-mail, rôles et permissions, données personnelles.")
    {
        AlwaysEnabled = true,
        DependsOn = ["EssConsult.Mail", "EssConsult.Content"],
        Permissions =
        [
            new(Permissions.AccessAdminPanel, "Entrer dans l’espace de gestion"),
            new(Permissions.ManageUsers, "Gérer les comptes et voir les adresses e-mail"),
            new(Permissions.ListUsers, "Voir la liste des personnes", Permissions.ManageUsers, Permissions.EditUsers, Permissions.AssignRoleToUsers),
            new(Permissions.EditUsers, "Suspendre et rétablir un compte", Permissions.ManageUsers),
            new(Permissions.AssignRoleToUsers, "Donner et retirer un rôle", Permissions.ManageUsers),
            new(Permissions.ManageRoles, "Gérer les rôles et leurs permissions"),
        ],
        AdminLinks =
        [
            new("Comptes", "/admin/personnes", Permissions.ListUsers, AdminSection.People, Order: 20),
            new("Rôles", "/admin/roles", Permissions.ManageRoles, AdminSection.People, Order: 30),
        ],
    };
}
