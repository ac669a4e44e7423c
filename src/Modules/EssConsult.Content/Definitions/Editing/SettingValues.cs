using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Content.Fields.Numeric;
using EssConsult.Content.Routing;

namespace EssConsult.Content.Definitions.Editing;

/// <summary>Between the settings' JSON and the inputs of a form. Only the keys that are asked for change.</summary>
internal static class SettingValues
{
    public static string Show(JsonObject settings, SettingInput input) => settings[input.Holder]?[input.Key] switch
    {
        null => input.Kind == FieldSettingKind.Flag && input.Default ? "true" : string.Empty,
        JsonArray list when input.Kind == FieldSettingKind.Options => string.Join('\n', list.Select(option => Option(option?["name"]?.ToString(), option?["value"]?.ToString()))),
        JsonArray list => string.Join('\n', list.Select(entry => entry?.ToString())),
        JsonValue number when input.Kind == FieldSettingKind.Number && Decimals.Of(number) is { } value => value.ToString(CultureInfo.CurrentCulture),
        { } value => value.ToString(),
    };

    public static IReadOnlyList<string> ShowList(JsonObject settings, SettingInput input) =>
        (settings[input.Holder]?[input.Key] as JsonArray)?.Select(entry => entry?.ToString()).OfType<string>().ToList() ?? [];

    /// <summary>The choices, with what is stored beside them: a value that Orchard or a recipe wrote, or none.</summary>
    /// <param name="settings">Of the field or part.</param>
    /// <param name="input">The setting.</param>
    /// <param name="otherwise">The French word for a value that is missing.</param>
    public static IEnumerable<(string Value, string Label)> Choices(JsonObject settings, SettingInput input, string otherwise)
    {
        var shown = Show(settings, input);
        return input.Choices.Any(choice => choice.Value == shown) ? input.Choices : input.Choices.Prepend((shown, shown.Length == 0 ? otherwise : shown));
    }

    /// <summary>What nobody changed is not written: its form in the file stays.</summary>
    /// <returns>False when a number cannot be read.</returns>
    public static bool Put(JsonObject settings, SettingInput input, IReadOnlyList<string> posted)
    {
        var text = posted.Count > 0 ? posted[^1].ReplaceLineEndings("\n").Trim() : string.Empty;
        if (IsUnchanged(settings, input, posted, text))
        {
            return true;
        }

        JsonNode? value = input.Kind switch
        {
            FieldSettingKind.Flag => JsonValue.Create(posted.Contains("true")),
            FieldSettingKind.Types => new JsonArray([.. posted.Where(name => name.Length > 0).Select(name => JsonValue.Create(name))]),
            FieldSettingKind.Lines => new JsonArray([.. Lines(text).Select(line => JsonValue.Create(line))]),
            FieldSettingKind.Options => new JsonArray([.. Lines(text).Select(Option)]),
            FieldSettingKind.Number when text.Length > 0 => Number(text, input.Whole),
            _ => text.Length == 0 ? null : JsonValue.Create(text),
        };
        if (input.Kind == FieldSettingKind.Number && text.Length > 0 && value is null)
        {
            return false;
        }

        if (settings[input.Holder] is not JsonObject target)
        {
            settings[input.Holder] = target = [];
        }

        if (value is null)
        {
            target.Remove(input.Key);
        }
        else
        {
            target[input.Key] = value;
        }

        return true;
    }

    private static bool IsUnchanged(JsonObject settings, SettingInput input, IReadOnlyList<string> posted, string text)
    {
        var shown = Show(settings, input).ReplaceLineEndings("\n").Trim();
        return input.Kind switch
        {
            FieldSettingKind.Flag => posted.Contains("true") == shown.Equals("true", StringComparison.OrdinalIgnoreCase),
            FieldSettingKind.Types => ShowList(settings, input).ToHashSet().SetEquals(posted.Where(name => name.Length > 0)),
            _ => text == shown,
        };
    }

    private static JsonValue? Number(string text, bool whole) =>
        !Decimals.TryRead(text, out var number) ? null
        : !whole ? JsonValue.Create(number)
        : number == decimal.Truncate(number) && number is >= 0 and <= int.MaxValue ? JsonValue.Create((int)number) : null;

    private static string Option(string? name, string? value) => value == name || value == Slug.Of(name) ? name ?? string.Empty : $"{value} | {name}";

    private static JsonObject Option(string line)
    {
        var words = line.Split('|', 2, StringSplitOptions.TrimEntries);
        return words.Length == 2 ? new JsonObject { ["name"] = words[1], ["value"] = words[0] } : new JsonObject { ["name"] = line, ["value"] = Slug.Of(line) };
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
