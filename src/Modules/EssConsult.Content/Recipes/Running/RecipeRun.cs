namespace EssConsult.Content.Recipes;

/// <summary>One execution of a recipe, kept with the report of each of its steps.</summary>
internal sealed class RecipeRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>Who ran it: a person's id, or the name of the command.</summary>
    public required string ActorId { get; init; }

    public DateTime StartedUtc { get; init; }

    /// <summary>Null while it runs, and for ever when the process died in the middle.</summary>
    public DateTime? EndedUtc { get; set; }

    /// <summary>Done, partial or failed; null while it runs.</summary>
    public RecipeStepOutcome? Outcome { get; set; }

    public List<RecipeRunStep> Steps { get; } = [];
}

/// <summary>What one step did, in the order of the recipe.</summary>
internal sealed class RecipeRunStep
{
    public Guid RunId { get; init; }

    public int Position { get; init; }

    public required string Name { get; init; }

    public RecipeStepOutcome Outcome { get; init; }

    /// <summary>French, with placeholders for <see cref="Values"/>: it is shown in the reader's language.</summary>
    public required string Sentence { get; init; }

    public string[] Values { get; init; } = [];

    public int Milliseconds { get; init; }
}
