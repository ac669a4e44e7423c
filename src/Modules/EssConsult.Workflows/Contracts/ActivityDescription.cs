using System.Text.Json.Nodes;

namespace EssConsult.Workflows.Contracts;

/// <summary>The drawer of the palette in which an activity lies.</summary>
public enum ActivityCategory
{
    Content,
    Contribution,
    Person,
    Message,
    Time,
    Flow,
    Data,
    Web,
}

/// <summary>What an activity is, for those who draw and those who check. Sentences are French and keys of the translations.</summary>
/// <param name="Name">As it stands in the JSON; those that Orchard does not know begin with <c>Ess</c>.</param>
/// <param name="Title">What it does, in a few words: « Publier un contenu ».</param>
public sealed record ActivityDescription(string Name, ActivityCategory Category, string Title)
{
    /// <summary>It waits for something to happen; only such an activity can start a circuit.</summary>
    public bool IsEvent { get; init; }

    /// <summary>One more sentence, where the title does not say it all.</summary>
    public string Help { get; init; } = string.Empty;

    public IReadOnlyList<ActivitySetting> Settings { get; init; } = [];

    /// <summary>Outcomes that it always has.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = ["Done"];

    /// <summary>The setting whose texts are outcomes too: a list, or texts by commas.</summary>
    public string? OutcomesFrom { get; init; }

    /// <summary>What an event tells the run: names under <c>Input</c>.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>The setting whose text names a property that it keeps for the steps behind it.</summary>
    public string? PropertyFrom { get; init; }

    /// <summary>The setting whose text names an output of the run.</summary>
    public string? OutputFrom { get; init; }

    /// <summary>Every outcome of a box that is set so.</summary>
    public IEnumerable<string> OutcomesOf(JsonObject settings) => OutcomesFrom is not { } from ? Outcomes
        : settings.Any(from) is JsonArray ? [.. settings.AnyTexts(from), .. Outcomes]
        : [.. (settings.AnyText(from) ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), .. Outcomes];
}

public enum SettingKind
{
    /// <summary>Text as it is.</summary>
    Text,
    Number,
    Flag,

    /// <summary>A JavaScript expression.</summary>
    Script,

    /// <summary>A Liquid template.</summary>
    Liquid,

    /// <summary>JavaScript, or Liquid in the twin <c>Liquid…</c>, as <c>Syntax</c> says.</summary>
    Value,

    /// <summary>JavaScript or Liquid in the one property, as <c>Syntax</c> says: Orchard's CorrelateTask alone.</summary>
    Either,

    /// <summary>Several texts.</summary>
    Texts,
    ContentTypes,
    Roles,

    /// <summary>One of the given.</summary>
    Choice,
}

/// <param name="Name">As it stands in the JSON.</param>
public sealed record ActivitySetting(string Name, SettingKind Kind, string Label)
{
    /// <summary>Without it the box cannot do its work.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A flag that counts as set where nothing is said.</summary>
    public bool IsOnByDefault { get; init; }

    /// <summary>For <see cref="SettingKind.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
