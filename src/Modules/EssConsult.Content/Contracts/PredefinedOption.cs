using System.Text.Json.Nodes;

namespace EssConsult.Content.Contracts;

/// <summary>One answer of a text field whose editor is a list.</summary>
/// <param name="Name">What readers see.</param>
/// <param name="Value">What items store.</param>
public sealed record PredefinedOption(string Name, string Value)
{
    /// <summary>Of a field; none where it is not answered from a list.</summary>
    public static IReadOnlyList<PredefinedOption> Of(FieldDefinition field) => field is { FieldName: "TextField", Editor: "PredefinedList" } && field.Settings["TextFieldPredefinedListEditorSettings"]?["Options"] is JsonArray options
        ? [.. from option in options.OfType<JsonObject>() let value = option["value"]?.ToString() where !string.IsNullOrEmpty(value) select new PredefinedOption(option["name"]?.ToString() ?? value, value)]
        : [];
}
