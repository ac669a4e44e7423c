using System.Text.Json.Nodes;

namespace EssConsult.Content.Contracts;

/// <summary>
/// One step of a recipe, by its Orchard name. It runs in a scope and a transaction of its own, already open: it may save as often
/// as it likes, the executor saves once more and commits.
/// </summary>
public interface IRecipeStep
{
    /// <summary>Matched without regard to case.</summary>
    string Name { get; }

    /// <param name="step">The step's JSON, its expressions already evaluated.</param>
    /// <param name="context">Where the recipe's files lie, and who runs it.</param>
    /// <param name="ct">Ends the run; what earlier steps committed stays.</param>
    /// <returns>What was done, for the report.</returns>
    /// <exception cref="RuleException">The step cannot be done: the run stops with this sentence.</exception>
    Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct);
}

/// <param name="RecipeName">The recipe's id.</param>
/// <param name="BaseFolder">Where its files lie; null for a recipe that came without files.</param>
/// <param name="ActorId">Who runs it: a person's id, or the name of the command.</param>
public sealed record RecipeContext(string RecipeName, string? BaseFolder, string ActorId)
{
    /// <summary>Opens its files, within bounds.</summary>
    internal Recipes.RecipeFolder? Files { get; init; }

    /// <summary>Whether it sets a site up: what it leaves open is then given its default.</summary>
    public bool IsSetup { get; init; }

    /// <summary>How many recipes lie around this one.</summary>
    internal int Depth { get; init; }
}

public enum RecipeStepOutcome
{
    Done,
    Partial,
    Ignored,
    Failed,
}

/// <param name="Outcome">How it ended.</param>
/// <param name="Sentence">French and a key of the translations: what was done, and what was left out with the reason.</param>
/// <param name="Values">Counts and names for the placeholders {0}, {1}… of the sentence.</param>
public sealed record RecipeStepReport(RecipeStepOutcome Outcome, string Sentence, params object[] Values);

/// <summary>Functions that a module adds to the scripts of recipes, by Orchard's names.</summary>
public interface IRecipeGlobals
{
    IReadOnlyDictionary<string, object> Globals { get; }
}
