using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Content.Fields.Numeric;
using EssConsult.Content.Routing;

namespace EssConsult.Content.Definitions.Editing;

/// <summary>Between the settings' JSON and the inputs of a form. Only the keys that are asked for change.</summary>
internal static class SettingValues
{
    public static string Show(JsonObject settings, SettingInput input) => settings[input.Object]?[input.Key] switch
    {
        null => input.Kind == SettingKind.Flag && input.Default ? "true" : string.Empty,
        JsonArray list when input.Kind == SettingKind.Options => string.Join('\n', list.Select(option => Option(option?["name"]?.ToString(), option?["value"]?.ToString()))),
        JsonArray list => string.Join('\n', list.Select(entry => entry?.ToString())),
        JsonValue number when input.Kind == SettingKind.Number && Decimals.Of(number) is { } value => value.ToString(CultureInfo.CurrentCulture),
        { } value => value.ToString(),
    };

    public static IReadOnlyList<string> ShowList(JsonObject settings, SettingInput input) =>
        (settings[input.Object]?[input.Key] as JsonArray)?.Select(entry => entry?.ToString()).OfType<string>().ToList() ?? [];

    /// <returns>False when a number cannot be read.</returns>
    public static bool Put(JsonObject settings, SettingInput input, IReadOnlyList<string> posted)
    {
        var text = posted.Count > 0 ? posted[^1].ReplaceLineEndings("\n").Trim() : string.Empty;
        JsonNode? value = input.Kind switch
        {
            SettingKind.Flag => JsonValue.Create(posted.Contains("true")),
            SettingKind.Types => new JsonArray([.. posted.Where(name => name.Length > 0).Select(name => JsonValue.Create(name))]),
            SettingKind.Lines => new JsonArray([.. Lines(text).Select(line => JsonValue.Create(line))]),
            SettingKind.Options => new JsonArray([.. Lines(text).Select(Option)]),
            SettingKind.Number when text.Length > 0 => Decimals.TryRead(text, out var number) ? JsonValue.Create(number) : null,
            _ => text.Length == 0 ? null : JsonValue.Create(text),
        };
        if (input.Kind == SettingKind.Number && text.Length > 0 && value is null)
        {
            return false;
        }

        if (settings[input.Object] is not JsonObject target)
        {
            settings[input.Object] = target = [];
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

    private static string Option(string? name, string? value) => value == name || value == Slug.Of(name) ? name ?? string.Empty : $"{value} | {name}";

    private static JsonObject Option(string line)
    {
        var words = line.Split('|', 2, StringSplitOptions.TrimEntries);
        return words.Length == 2 ? new JsonObject { ["name"] = words[1], ["value"] = words[0] } : new JsonObject { ["name"] = line, ["value"] = Slug.Of(line) };
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
