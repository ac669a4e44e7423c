namespace EssConsult.Accounts.Roles;

/// <summary>The permissions that modules declare, as an administrator reads them.</summary>
internal sealed record PermissionGroup(string Module, IReadOnlyList<Permission> Permissions)
{
    public static IReadOnlyList<PermissionGroup> Of(ModuleCatalog catalog) =>
    [
        .. catalog.Modules.Where(module => module.Manifest.Permissions.Length > 0)
            .Select(module => new PermissionGroup(module.Manifest.Name, module.Manifest.Permissions)),
    ];
}
