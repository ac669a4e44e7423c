namespace EssConsult.Content.Recipes;

/// <summary>The recipes that a step asked for; they run right after it. One per step.</summary>
internal sealed class InnerRecipes
{
    public List<Recipe> Asked { get; } = [];
}
