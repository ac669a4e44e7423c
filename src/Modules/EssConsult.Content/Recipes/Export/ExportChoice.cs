namespace EssConsult.Content.Recipes.Export;

/// <summary>What an administrator lets out.</summary>
/// <param name="WithAuthors">Keeps the displayed names of people.</param>
internal sealed record ExportChoice(bool WithAuthors = false)
{
    /// <summary>Null for the whole site.</summary>
    public IReadOnlySet<RecipeExportPlace>? Places { get; init; }

    /// <summary>Null for items of every type.</summary>
    public IReadOnlySet<string>? ContentTypes { get; init; }

    public bool Takes(RecipeExportPlace place) => Places is null || Places.Contains(place);
}
