using System.Text.Json.Nodes;
using EssConsult.Content.Definitions.Editing;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Fields.Boolean;

internal sealed record BooleanFieldSettings
{
    public string? Label { get; init; }

    public bool DefaultValue { get; init; }
}

internal sealed class BooleanFieldType(IStringLocalizer words) : IFieldType
{
    public string Name => "BooleanField";

    public string Label => "Oui ou non";

    public string Editor => FieldPartials.Path("Boolean");

    public IReadOnlyList<SettingInput> Settings { get; } =
    [
        new("BooleanFieldSettings.Label", "Phrase à côté de la case", FieldSettingKind.Text),
        new("BooleanFieldSettings.DefaultValue", "Cochée au départ", FieldSettingKind.Flag),
    ];

    public Task ReadAsync(FieldPost post, CancellationToken ct)
    {
        if (post.WasAsked)
        {
            post.Value["Value"] = post.Text("Value") == "true";
        }

        // As for the conditions of use: a required truth value is one that must be true.
        if (post.MustBeFilled && !IsTrue(post.Value))
        {
            post.Fail("Value", "Cochez « {0} ».");
        }

        return Task.CompletedTask;
    }

    public FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items) => value["Value"] is null
        ? FieldShown.Nothing
        : FieldShown.Plain(words[IsTrue(value) ? "Oui" : "Non"], JsonValue.Create(IsTrue(value)));

    public static bool IsTrue(JsonObject value) => string.Equals(value["Value"]?.ToString(), "true", StringComparison.OrdinalIgnoreCase);
}
