using System.ComponentModel.DataAnnotations;

namespace EssConsult.Content.Recipes.Keeping;

/// <summary>A piece of a recipe that this site keeps as it came: to read it again, to give it back when it exports, or both.</summary>
internal sealed class KeptRecord
{
    /// <summary>The step's name as Orchard writes it.</summary>
    [MaxLength(100)]
    public required string Step { get; init; }

    /// <summary>What the step finds it by: a name, an id; a digest where nobody here knows the step.</summary>
    [MaxLength(200)]
    public required string Key { get; init; }

    /// <summary>Its place among those of its step.</summary>
    public int Position { get; set; }

    public required string Json { get; set; }
}

public sealed record KeptRecordsChanged(string Step) : IEvent;
