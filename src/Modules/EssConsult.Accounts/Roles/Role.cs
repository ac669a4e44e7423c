using System.Text.Json;

namespace EssConsult.Accounts.Roles;

internal sealed class Role
{
    public required string Name { get; init; }

    public string Description { get; set; } = string.Empty;

    /// <summary>Permission names as a JSON array; names that no module knows are kept.</summary>
    public string PermissionsJson { get; private set; } = "[]";

    public static bool IsSystem(string name) => name is SystemRoles.Administrator or SystemRoles.Authenticated or SystemRoles.Anonymous;

    public IReadOnlyList<string> Permissions
    {
        get => JsonSerializer.Deserialize<List<string>>(PermissionsJson)!;
        set => PermissionsJson = JsonSerializer.Serialize(value.Distinct().Order(StringComparer.Ordinal));
    }
}
