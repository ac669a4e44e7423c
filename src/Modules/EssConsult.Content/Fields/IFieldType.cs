using System.Text.Json.Nodes;
using EssConsult.Content.Definitions.Editing;

namespace EssConsult.Content.Fields;

/// <summary>A kind of field: how it is asked for, checked and shown. Its JSON is Orchard's (§2.4 of the formats).</summary>
internal interface IFieldType
{
    /// <summary>Orchard's name, e.g. <c>TextField</c>.</summary>
    string Name { get; }

    /// <summary>French name in the editor of types.</summary>
    string Label { get; }

    /// <summary>The partial that asks for it; its model is <see cref="FieldInput"/>.</summary>
    string Editor { get; }

    /// <summary>What an administrator may set beyond name, hint and required.</summary>
    IReadOnlyList<SettingInput> Settings => [];

    /// <summary>Takes over what was posted and checks it against the field's settings.</summary>
    Task ReadAsync(FieldPost post, CancellationToken ct);

    FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items);
}

/// <summary>Several field types' editors are one line apart; this is the folder they share.</summary>
internal static class FieldPartials
{
    public static string Path(string name) => $"/Features/EssConsult.Content/Form/Fields/{name}.cshtml";
}
