using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EssConsult.Content.Fields;

/// <summary>What a field's editor shows: its value or what was posted, its errors, and the names that tie label, hint and error to it.</summary>
internal sealed class FieldInput(FieldDefinition definition, JsonObject value, ModelStateDictionary state, ContentFormOptions options)
{
    public FieldDefinition Field { get; } = definition;

    public JsonObject Value => value;

    public ContentFormOptions Options => options;

    public string Name(string member) => $"{Field.Part}.{Field.Name}.{member}";

    public string Id(string member) => Name(member).Replace('.', '_');

    public string HintId => $"{Field.Part}_{Field.Name}-hint";

    public FieldFrame? Frame { get; init; }

    /// <summary>Words of the frame that belong to the field.</summary>
    public string FrameId => $"{Field.Part}_{Field.Name}-frame";

    public string CountId => $"{Field.Part}_{Field.Name}-count";

    public string ErrorId => $"{Field.Part}_{Field.Name}-error";

    /// <summary>What was typed, even when it could not be taken over; else the item's value.</summary>
    public string? Shown(string member) => state.TryGetValue(Name(member), out var entry) && entry.AttemptedValue is not null ? entry.AttemptedValue : value[member]?.ToString();

    public IReadOnlyList<string> ShownList(string member) => (value[member] as JsonArray)?.Select(entry => entry?.ToString()).OfType<string>().ToList() ?? [];

    public IEnumerable<string> Errors => state.Where(entry => entry.Key.StartsWith($"{Field.Part}.{Field.Name}.", StringComparison.Ordinal))
        .SelectMany(entry => entry.Value!.Errors).Select(error => error.ErrorMessage);

    public string? Invalid => Errors.Any() ? "true" : null;

    public string? DescribedBy => string.Join(' ', new[] { Frame?.Tag is null && Frame?.Condition is null ? null : FrameId, string.IsNullOrEmpty(Field.Hint) ? null : HintId, Frame?.MostCharacters is null ? null : CountId, Errors.Any() ? ErrorId : null }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    /// <summary>For the browser's own check: a draft may leave it empty, and the server tells better.</summary>
    public string? Required => Field.Required ? "true" : null;
}
