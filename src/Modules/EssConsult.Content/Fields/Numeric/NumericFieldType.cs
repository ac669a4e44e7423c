using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Content.Definitions.Editing;

namespace EssConsult.Content.Fields.Numeric;

internal sealed record NumericFieldSettings
{
    /// <summary>Digits after the decimal point.</summary>
    public int Scale { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public string? Placeholder { get; init; }

    public string? DefaultValue { get; init; }
}

internal sealed class NumericFieldType : IFieldType
{
    public string Name => "NumericField";

    public string Label => "Nombre";

    public string Editor => FieldPartials.Path("Numeric");

    public IReadOnlyList<SettingInput> Settings { get; } =
    [
        new("NumericFieldSettings.Minimum", "Au moins", FieldSettingKind.Number),
        new("NumericFieldSettings.Maximum", "Au plus", FieldSettingKind.Number),
        new("NumericFieldSettings.Scale", "Chiffres après la virgule", FieldSettingKind.Number) { Whole = true },
        new("NumericFieldSettings.Placeholder", "Exemple dans le champ vide", FieldSettingKind.Text),
    ];

    public Task ReadAsync(FieldPost post, CancellationToken ct)
    {
        var settings = post.Field.Options<NumericFieldSettings>();
        if (post.WasAsked && !Take(post))
        {
            return Task.CompletedTask;
        }

        if (Decimals.Of(post.Value["Value"]) is not { } number)
        {
            if (post.MustBeFilled)
            {
                post.Fail("Value", "Complétez « {0} ».");
            }
        }
        else if (number < settings.Minimum)
        {
            post.Fail("Value", "« {0} » : {1} au moins.", Decimals.Show(settings.Minimum.Value));
        }
        else if (number > settings.Maximum)
        {
            post.Fail("Value", "« {0} » : {1} au plus.", Decimals.Show(settings.Maximum.Value));
        }
        else if (number != decimal.Round(number, Math.Clamp(settings.Scale, 0, 28)))
        {
            post.Fail("Value", settings.Scale == 0 ? "« {0} » : un nombre entier." : "« {0} » : {1} chiffres au plus après la virgule.", settings.Scale);
        }

        return Task.CompletedTask;
    }

    public FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items) => Decimals.Of(value["Value"]) is { } number
        ? FieldShown.Plain(Decimals.Show(number), JsonValue.Create(number))
        : FieldShown.Nothing;

    private static bool Take(FieldPost post)
    {
        if (post.Text("Value") is not { } text)
        {
            post.Value["Value"] = null;
        }
        else if (Decimals.TryRead(text, out var number))
        {
            post.Value["Value"] = JsonValue.Create(number);
        }
        else
        {
            post.Fail("Value", "« {0} » : écrivez un nombre, par exemple 1 250,50.");
            return false;
        }

        return true;
    }
}
