using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Settings;

/// <summary>
/// The few settings by which a circuit is adapted without its drawing: who, when, which message. They lie in the circuit's own JSON as
/// <c>EssTemplate</c>, which Orchard passes by; each names the places that it sets, as <c>activity.Property</c>.
/// </summary>
internal sealed record CircuitSettings(string Description, IReadOnlyList<CircuitSetting> Settings)
{
    private const string Member = "EssTemplate";

    /// <summary>Null for a circuit that nobody prepared so.</summary>
    public static CircuitSettings? Of(WorkflowType type) => type.Json.Any(Member) is not JsonObject json ? null : new CircuitSettings(
        json.AnyText("Description") ?? string.Empty,
        [.. json.AnyObjects("Settings").Select(setting => CircuitSetting.Read(setting, type)).OfType<CircuitSetting>()]);

    /// <summary>A drawing with other values, each under its setting's name; what is missing, or was not changed, stays as it is drawn.</summary>
    public WorkflowType Apply(WorkflowType type, Func<string, string[]?> values)
    {
        var json = (JsonObject)type.Json.DeepClone();
        foreach (var setting in Settings)
        {
            if (values(setting.Name) is { } typed && setting.IsOther(typed))
            {
                foreach (var (activity, property) in setting.Targets)
                {
                    Set(json, activity, property, setting.Write(typed));
                }
            }
        }

        return WorkflowType.Read(json);
    }

    private static void Set(JsonObject type, string activityId, string property, JsonNode? value)
    {
        var activity = type.AnyObjects("Activities").FirstOrDefault(found => found.AnyText("ActivityId") == activityId);
        if (activity?.Any("Properties") is JsonObject properties)
        {
            properties[property] = value;
        }
    }
}

/// <param name="Name">Of its input in the form.</param>
/// <param name="Label">French, a key of the translations.</param>
/// <param name="Values">As they are set now: one, or several for roles.</param>
internal sealed record CircuitSetting(string Name, string Label, SettingKind Kind, IReadOnlyList<(string Activity, string Property)> Targets, IReadOnlyList<string> Values)
{
    /// <summary>The subject of a message stands on one line.</summary>
    public bool IsOneLine => Targets[0].Property == "Subject";

    /// <summary>Whether this says something else than what is set; a browser ends lines in its own way.</summary>
    public bool IsOther(string[] typed) => !Plain(typed).SequenceEqual(Plain(Values));

    public string Value => Values.Count > 0 ? Values[0] : string.Empty;

    public static CircuitSetting? Read(JsonObject json, WorkflowType type)
    {
        var targets = json.AnyTexts("Targets").Select(target => target.Split('.', 2)).Where(parts => parts.Length == 2).Select(parts => (parts[0], parts[1])).ToList();
        if (targets.Count == 0 || type.Find(targets[0].Item1) is not { } activity || !Enum.TryParse<SettingKind>(json.AnyText("Kind"), out var kind))
        {
            return null;
        }

        string[] values = kind == SettingKind.Roles ? activity.Properties.AnyTexts(targets[0].Item2) : [activity.Properties.Expression(targets[0].Item2) ?? string.Empty];
        return new CircuitSetting(string.Join('-', targets[0].Item1, targets[0].Item2), json.AnyText("Label") ?? targets[0].Item2, kind, targets, [.. values.Select(value => kind == SettingKind.Liquid ? PlainWords.FromLiquid(value) : value)]);
    }

    /// <exception cref="RuleException">The value is not of the setting's kind.</exception>
    public JsonNode? Write(string[] typed) => Kind switch
    {
        SettingKind.Roles => new JsonArray([.. typed.Where(role => role.Length > 0).Select(role => (JsonNode)role)]),
        SettingKind.Number => int.TryParse(typed.LastOrDefault(), out var number) && number is >= 0 and <= 3660 ? number : throw new RuleException("workflow.number", "Écrivez un nombre entier, de 0 à 3660.") { Field = Name },
        SettingKind.Flag => typed.Contains("true"),
        SettingKind.Liquid => new JsonObject { ["Expression"] = PlainWords.ToLiquid(typed.LastOrDefault()?.ReplaceLineEndings("\n").Trim() ?? string.Empty) },
        _ => typed.LastOrDefault()?.Trim() ?? string.Empty,
    };

    private static IEnumerable<string> Plain(IEnumerable<string> values) => values.Select(value => value.ReplaceLineEndings("\n").Trim()).Where(value => value.Length > 0);
}

/// <summary>Words in square brackets that stand for what an event tells: nobody has to know Liquid to write a message.</summary>
internal static class PlainWords
{
    public static IReadOnlyList<(string Word, string Liquid)> All { get; } =
    [
        ("[titre]", "{{ Workflow.Input.ContentItem.DisplayText }}"),
        ("[auteur]", "{{ Workflow.Input.Author.UserName }}"),
        ("[personne]", "{{ Workflow.Input.User.UserName }}"),
        ("[lien]", "{{ Workflow.Input.ContentItem.AutoroutePart.Path | absolute_url }}"),
        ("[site]", "{{ '/' | absolute_url }}"),
    ];

    public static string FromLiquid(string text) => All.Aggregate(text, (written, word) => written.Replace(word.Liquid, word.Word, StringComparison.Ordinal));

    public static string ToLiquid(string text) => !text.Contains('[', StringComparison.Ordinal) ? text : All.Aggregate(text, (written, word) => written.Replace(word.Word, word.Liquid, StringComparison.Ordinal));
}
