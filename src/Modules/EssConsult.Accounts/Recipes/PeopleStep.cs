using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Roles;
using EssConsult.Content.Contracts;

namespace EssConsult.Accounts.Recipes;

/// <summary>Step <c>EssPeople</c>: the fictional accounts of a demo, which may hold any role.</summary>
internal sealed class PeopleStep(IDemoPeople people, Reach reach) : IRecipeStep
{
    public string Name => "EssPeople";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        await reach.RefuseUnlessAdministratorAsync(context.ActorId, ct);
        var wanted = step["People"].Deserialize<List<DemoPerson>>() ?? [];
        var added = await people.AddAsync(wanted, ct);
        return new RecipeStepReport(RecipeStepOutcome.Done, "{0} comptes fictifs ajoutés, {1} déjà là.", added, wanted.Count - added);
    }
}
