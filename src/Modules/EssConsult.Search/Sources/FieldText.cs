using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;

namespace EssConsult.Search.Sources;

/// <summary>The words of a field's value; ids, addresses, coordinates and truth values have none.</summary>
internal sealed class FieldText(IMarkup markup, ITaxonomies? taxonomies = null)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>What reads as a sentence and may be shown.</summary>
    public string Prose(FieldDefinition field, JsonObject value) => field.FieldName switch
    {
        "TextField" => Choice(field, Text(value, "Text")),
        "MarkdownField" => markup.PlainText(Text(value, "Markdown")),
        "HtmlField" => PlainHtml.Of(Text(value, "Html")),
        "NumericField" => Labelled(field, Text(value, "Value")),
        _ => string.Empty,
    };

    /// <summary>What one may search for, torn from its label.</summary>
    public string Keywords(FieldDefinition field, JsonObject value) => field.FieldName switch
    {
        "NumericField" => Text(value, "Value"),
        "LinkField" => Text(value, "Text"),
        "MediaField" => Join(value["MediaTexts"], text => text),
        "TaxonomyField" => Join(value["TermContentItemIds"], term => taxonomies?.FindTerm(term)?.Name),
        _ => string.Empty,
    };

    /// <summary>A predefined list stores values; readers know their names.</summary>
    private static string Choice(FieldDefinition field, string stored) =>
        PredefinedOption.Of(field).FirstOrDefault(option => option.Value == stored)?.Name ?? stored;

    /// <summary>« Budget estimé : 12 500 »: a number alone says nothing in an extract.</summary>
    private static string Labelled(FieldDefinition field, string stored) =>
        decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? $"{field.DisplayName} : {Shown(number)}" : string.Empty;

    // As pages show it: a year stays whole.
    private static string Shown(decimal number) => number.ToString(number is >= 1000 and < 10_000 && number == decimal.Truncate(number) ? "0" : "#,0.##", French);

    private static string Text(JsonObject value, string member) => value[member] is JsonValue found ? found.ToString() : string.Empty;

    private static string Join(JsonNode? array, Func<string, string?> name) =>
        array is JsonArray values ? string.Join('\n', values.Select(value => value is null ? null : name(value.ToString())).Where(text => !string.IsNullOrEmpty(text))) : string.Empty;
}
