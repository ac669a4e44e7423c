using System.Text.Json.Nodes;
using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Roles;
using EssConsult.Content.Contracts;

namespace EssConsult.Accounts.Recipes;

/// <summary>Orchard's step <c>Roles</c>; a person who plays it gives and takes no more than they hold.</summary>
internal sealed class RolesStep(IRoles roles, Reach reach) : IRecipeStep
{
    public string Name => "Roles";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var (stored, ignored) = (0, 0);
        var present = (await roles.ListAsync(ct)).ToDictionary(role => role.Name, role => role.Permissions);
        foreach (var role in (step["Roles"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var name = role["Name"]?.ToString() ?? throw new RuleException("recipe.role", "Un rôle du modèle n’a pas de nom.");
            var permissions = (role["Permissions"] as JsonArray ?? []).OfType<JsonNode>().Select(permission => permission.ToString()).ToList();
            var stated = Enum.TryParse<PermissionBehavior>(role["PermissionBehavior"]?.ToString(), ignoreCase: true, out var chosen);
            var behavior = stated ? chosen : PermissionBehavior.Replace;
            var held = present.GetValueOrDefault(name, []);
            if (context.IsSetup && !stated && permissions.Count == 0)
            {
                (permissions, behavior) = ([.. held.Count == 0 ? DefaultPermissions.Of(name) : []], PermissionBehavior.Add);
            }

            await reach.RefuseBeyondAsync(context.ActorId, Changed(held, permissions, behavior), ct);
            var outcome = await roles.UpsertAsync(name, role["Description"]?.ToString(), permissions, behavior, context.ActorId, ct);
            (stored, ignored) = outcome == RoleOutcome.Stored ? (stored + 1, ignored) : (stored, ignored + 1);
        }

        return ignored == 0
            ? new RecipeStepReport(RecipeStepOutcome.Done, "{0} rôles enregistrés.", stored)
            : new RecipeStepReport(RecipeStepOutcome.Partial, "{0} rôles enregistrés ; Administrator a toujours tous les droits et reste tel quel.", stored);
    }

    private static IEnumerable<string> Changed(IReadOnlyList<string> held, List<string> named, PermissionBehavior behavior) => behavior switch
    {
        PermissionBehavior.Add => named.Except(held),
        PermissionBehavior.Remove => named.Intersect(held),
        _ => named.Except(held).Concat(held.Except(named)),
    };
}
