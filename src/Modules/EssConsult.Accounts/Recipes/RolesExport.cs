using System.Text.Json.Nodes;
using EssConsult.Accounts.Contracts;
using EssConsult.Content.Contracts;

namespace EssConsult.Accounts.Recipes;

/// <summary>The roles and their permissions; who holds them stays here.</summary>
internal sealed class RolesExport(IRoles roles) : IRecipeExport
{
    public RecipeExportPlace Place => RecipeExportPlace.Roles;

    public async Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        var entries = (await roles.ListAsync(ct)).Where(role => role.Name != SystemRoles.Administrator).OrderBy(role => role.Name, StringComparer.Ordinal).Select(role => new JsonObject
        {
            ["Name"] = role.Name,
            ["Description"] = role.Description,
            ["Permissions"] = new JsonArray([.. role.Permissions.Order(StringComparer.Ordinal).Select(name => (JsonNode)name)]),
        });
        export.Step(new JsonObject { ["name"] = "Roles", ["Roles"] = new JsonArray([.. entries]) });
    }
}
