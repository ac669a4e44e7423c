using EssConsult.Content.Contracts;
using EssConsult.Workflows.Web;

namespace EssConsult.Workflows.Recipes;

/// <summary>Recipes sign the address of a form's circuit for the site on which they are played, by Orchard's name.</summary>
internal sealed class RecipeTokens(WorkflowLinks links) : IRecipeGlobals
{
    public IReadOnlyDictionary<string, object> Globals { get; } = new Dictionary<string, object>
    {
        ["createWorkflowToken"] = (string typeId, string activityId, int days) => links.InvokeToken(typeId, activityId, days),
    };
}
