namespace EssConsult.Accounts;

/// <summary>Orchard's names.</summary>
internal static class Permissions
{
    public const string AccessAdminPanel = "AccessAdminPanel";
    public const string ManageUsers = "ManageUsers";
    public const string ListUsers = "ListUsers";
    public const string EditUsers = "EditUsers";
    public const string AssignRoleToUsers = "AssignRoleToUsers";
    public const string ManageRoles = "ManageRoles";
}
