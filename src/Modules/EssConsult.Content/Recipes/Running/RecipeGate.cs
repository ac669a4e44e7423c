using Microsoft.Extensions.Hosting;

namespace EssConsult.Content.Recipes;

/// <summary>Which recipes may run here.</summary>
internal sealed class RecipeGate(IHostEnvironment environment)
{
    private const int MaxDepth = 8;

    /// <param name="recipe">The recipe that is to run.</param>
    /// <param name="depth">How many recipes lie around it.</param>
    /// <exception cref="RuleException">It may not run here.</exception>
    public void Require(Recipe recipe, int depth)
    {
        if (recipe.IsDemo && environment.IsProduction())
        {
            throw new RuleException("recipe.demo", "Un modèle de démonstration ne se joue pas sur un site en production.");
        }

        if (depth > MaxDepth)
        {
            throw new RuleException("recipe.depth", "Ces modèles de site s’appellent l’un l’autre sans fin.");
        }
    }
}
