using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Workflows.Editing;

/// <summary>The settings of one box as a form, each with an input of its kind. Members that no input shows stay.</summary>
internal sealed record StepForm(string? Title, bool IsStart, bool IsLiquid, IReadOnlyList<StepInput> Inputs)
{
    private const string Prefix = "s-";

    public static StepForm Of(ActivityRecord activity, ActivityDescription description)
    {
        var isLiquid = string.Equals(activity.Properties.AnyText("Syntax"), "Liquid", StringComparison.OrdinalIgnoreCase);
        return new StepForm(activity.Title, activity.IsStart, isLiquid, [.. description.Settings.Select(setting => Input(activity.Properties, setting, isLiquid))]);
    }

    /// <summary>Writes what was typed into the box of a draft.</summary>
    public static void Write(JsonObject activity, ActivityDescription description, IFormCollection form)
    {
        if (activity.Any("Properties") is not JsonObject properties)
        {
            activity["Properties"] = properties = [];
        }

        var metadata = properties["ActivityMetadata"] as JsonObject ?? [];
        metadata["Title"] = form["Title"].ToString().Trim() is { Length: > 0 } title ? title : null;
        properties["ActivityMetadata"] = metadata.Parent is null ? metadata : metadata.DeepClone();
        activity["IsStart"] = description.IsEvent && form["IsStart"].Contains("true");
        var isLiquid = form["Syntax"].ToString() == "Liquid";
        if (description.Settings.Any(setting => setting.Kind is SettingKind.Value or SettingKind.Either))
        {
            properties["Syntax"] = isLiquid ? "Liquid" : "JavaScript";
        }

        foreach (var setting in description.Settings.Where(setting => form.ContainsKey(Prefix + setting.Name)))
        {
            Write(properties, setting, form[Prefix + setting.Name].OfType<string>().ToArray(), isLiquid);
        }
    }

    private static StepInput Input(JsonObject properties, ActivitySetting setting, bool isLiquid) => new(
        Prefix + setting.Name,
        setting,
        setting.Kind is SettingKind.Texts or SettingKind.Roles or SettingKind.ContentTypes
            ? properties.AnyTexts(setting.Name)
            : [properties.Expression(setting.Kind == SettingKind.Value && isLiquid ? "Liquid" + setting.Name : setting.Name) ?? (setting.IsOnByDefault ? "true" : string.Empty)]);

    private static void Write(JsonObject properties, ActivitySetting setting, string[] typed, bool isLiquid)
    {
        var text = typed.LastOrDefault()?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
        switch (setting.Kind)
        {
            case SettingKind.Flag:
                properties[setting.Name] = typed.Contains("true");
                break;
            case SettingKind.Roles or SettingKind.ContentTypes:
                properties[setting.Name] = Texts(typed);
                break;
            case SettingKind.Texts:
                properties[setting.Name] = Texts(text.Split('\n', StringSplitOptions.TrimEntries));
                break;
            case SettingKind.Script or SettingKind.Liquid or SettingKind.Either:
                properties[setting.Name] = new JsonObject { ["Expression"] = text };
                break;
            case SettingKind.Value:
                properties[isLiquid ? "Liquid" + setting.Name : setting.Name] = new JsonObject { ["Expression"] = text };
                break;
            case SettingKind.Number:
                properties[setting.Name] = text.Length == 0 ? null : int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : text;
                break;
            default:
                properties[setting.Name] = text;
                break;
        }
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Where(text => text.Length > 0).Distinct().Select(text => (JsonNode)text)]);
}

/// <param name="Name">Of the input.</param>
/// <param name="Values">One, or several for lists.</param>
internal sealed record StepInput(string Name, ActivitySetting Setting, IReadOnlyList<string> Values)
{
    public string Value => Values.Count > 0 ? Values[0] : string.Empty;

    public bool IsExpression => Setting.Kind is SettingKind.Script or SettingKind.Liquid or SettingKind.Value or SettingKind.Either;
}
