using System.Text.Json;
using EssConsult.Forms.Outline;

namespace EssConsult.Forms.Drawing;

/// <summary>A question as its Liquid template reads it.</summary>
internal static class FieldModel
{
    private static readonly string[] Images = [".jpg", ".jpeg", ".png", ".webp", ".gif"];

    /// <param name="field">The question.</param>
    /// <param name="sheet">The form around it.</param>
    /// <param name="accept">Every extension that the site takes.</param>
    public static Dictionary<string, object?> Of(FormField field, FormSheet sheet, string accept)
    {
        var (rules, error) = (field.Rules, sheet.ErrorOf(field.Name));
        var typed = sheet.PostedHere?.Values is { } posted ? posted[field.Name].Select(value => value ?? string.Empty).ToList() : null;
        var values = typed ?? (field.DefaultValue is { } value ? [value] : []);
        var describedBy = string.Join(' ', new[] { rules.Hint is null ? null : field.Id + "-aide", error is null ? null : field.Id + "-erreur" }.OfType<string>());
        return new Dictionary<string, object?>
        {
            ["Name"] = field.Name, ["Id"] = field.Id, ["Type"] = field.Type, ["Label"] = field.Label,
            ["IsLabelledApart"] = field.IsLabelledApart, ["IsLabelHidden"] = field.IsLabelHidden,
            ["IsRequired"] = rules.Required, ["Hint"] = rules.Hint, ["Error"] = error, ["IsErrorApart"] = sheet.Current!.ShownApart.Contains(field.Name),
            ["ShownIf"] = field.Visibility is { } visibility ? JsonSerializer.Serialize(visibility) : null,
            ["DescribedBy"] = describedBy.Length > 0 ? describedBy : null,
            ["Value"] = field.Kind is FieldKind.Secret or FieldKind.File ? null : field.Kind is FieldKind.Checkbox or FieldKind.Radio ? field.DefaultValue ?? "on" : values.FirstOrDefault(),
            ["IsChecked"] = field.Kind == FieldKind.Checkbox ? typed is null ? string.Equals(field.DefaultValue, "true", StringComparison.OrdinalIgnoreCase) : typed.Count > 0
                : typed?.Contains(field.DefaultValue ?? "on") ?? false,
            ["Placeholder"] = field.Placeholder, ["Rows"] = field.Rows, ["Autocomplete"] = rules.Autocomplete,
            ["MaxLength"] = rules.MaxLength, ["Minimum"] = rules.Minimum, ["Maximum"] = rules.Maximum, ["Step"] = rules.Step ?? (field.Type == "number" ? "any" : null),
            ["Accept"] = rules.Kinds switch { "images" => string.Join(',', Images), "documents" => string.Join(',', accept.Split(',').Except(Images)), _ => accept }, ["IsMultiple"] = rules.MaxFiles > 1,
            ["Control"] = field.IsOpen || field.Kind == FieldKind.Choices ? field.Kind == FieldKind.Choices ? "checkbox" : "radio" : "list",
            ["Options"] = field.Options.Select((option, index) => (object?)new Dictionary<string, object?>
            {
                ["Text"] = option.Text, ["Value"] = option.Value, ["IsChosen"] = values.Contains(option.Value),
            }).ToArray(),
        };
    }
}
