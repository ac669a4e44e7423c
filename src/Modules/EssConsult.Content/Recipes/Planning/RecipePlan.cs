using System.Text.Json.Nodes;
using EssConsult.Content.Recipes.Keeping;

namespace EssConsult.Content.Recipes.Planning;

internal enum PlannedState
{
    Known,

    /// <summary>Kept as it comes and given back by exports: this site does not use it, or does not know it.</summary>
    Kept,

    /// <summary>Recognised, and neither played nor kept.</summary>
    Refused,
    SwitchedOff,
}

/// <param name="Name">The step's name as the recipe writes it.</param>
/// <param name="State">Whether this site will run it.</param>
/// <param name="Holds">How many entries its lists and objects hold: <c>data</c> 37.</param>
internal sealed record PlannedStep(string Name, PlannedState State, IReadOnlyList<KeyValuePair<string, int>> Holds);

/// <summary>What a recipe would do here, told before it runs.</summary>
internal sealed class RecipePlan(IEnumerable<IRecipeStep> known, FeatureSwitch features)
{
    public IReadOnlyList<PlannedStep> Of(Recipe recipe) => [.. recipe.Steps.Select(step =>
    {
        var name = step.AnyText("name") ?? "?";
        return new PlannedStep(name, State(name), [.. step.Select(pair => KeyValuePair.Create(pair.Key, Count(pair.Value))).Where(pair => pair.Value > 0)]);
    })];

    private PlannedState State(string name) => known.FirstOrDefault(step => step.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) switch
    {
        null or KeptStep { IsUsed: false } => PlannedState.Kept,
        RefusedStep => PlannedState.Refused,
        var step when !features.IsEnabled(step.GetType().Assembly.GetName().Name!) => PlannedState.SwitchedOff,
        _ => PlannedState.Known,
    };

    private static int Count(JsonNode? value) => value switch
    {
        JsonArray array => array.Count,
        JsonObject json => json.Count,
        _ => 0,
    };
}
