using System.Text.Json.Nodes;
using EssConsult.Content.Definitions.Editing;

namespace EssConsult.Content.Fields.Text;

internal sealed class TextFieldType : IFieldType
{
    public string Name => "TextField";

    public string Label => "Texte";

    public string Editor => FieldPartials.Path("Text");

    public IReadOnlyList<SettingInput> Settings { get; } =
    [
        new("ContentPartFieldSettings.Editor", "Présentation", FieldSettingKind.Choice) { Choices = [("", "Une ligne"), ("Multiline", "Plusieurs lignes"), ("PredefinedList", "Liste de réponses"), ("Url", "Adresse web"), ("Email", "Adresse e-mail"), ("Tel", "Téléphone")] },
        new("TextFieldPredefinedListEditorSettings.Options", "Réponses de la liste", FieldSettingKind.Options) { Hint = "Une réponse par ligne." },
        new("TextFieldPredefinedListEditorSettings.Editor", "La liste se montre en", FieldSettingKind.Choice) { Choices = [("Radio", "Boutons"), ("Dropdown", "Menu déroulant")] },
        new("TextFieldSettings.MinLength", "Caractères au moins", FieldSettingKind.Number) { Whole = true },
        new("TextFieldSettings.MaxLength", "Caractères au plus", FieldSettingKind.Number) { Whole = true },
        new("TextFieldSettings.Placeholder", "Exemple dans le champ vide", FieldSettingKind.Text),
    ];

    public Task ReadAsync(FieldPost post, CancellationToken ct)
    {
        if (post.WasAsked)
        {
            post.Value["Text"] = post.Text("Text") ?? string.Empty;
        }

        Check(post, post.Item.FieldText(post.Field.Part, post.Field.Name, "Text") ?? string.Empty);
        return Task.CompletedTask;
    }

    public FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items)
    {
        var text = value["Text"]?.ToString();
        var option = PredefinedList.Of(field)?.Options.FirstOrDefault(option => option.Value == text);
        return FieldShown.Plain(option?.Name ?? text, JsonValue.Create(text));
    }

    private static void Check(FieldPost post, string text)
    {
        var settings = post.Field.Options<TextFieldSettings>();
        if (text.Length == 0)
        {
            if (post.MustBeFilled)
            {
                post.Fail("Text", "Complétez « {0} ».");
            }
        }
        else if (PredefinedList.Of(post.Field) is { Options.Count: > 0 } list && list.Options.All(option => option.Value != text))
        {
            post.Fail("Text", "« {0} » : choisissez une réponse de la liste.");
        }
        else if (settings.MaxLength is > 0 and var most && text.Length > most)
        {
            post.Fail("Text", "« {0} » : {1} caractères au plus.", most);
        }
        else if (settings.MinLength is > 0 and var least && text.Length < least)
        {
            post.Fail("Text", "« {0} » : au moins {1} caractères.", least);
        }
    }
}
