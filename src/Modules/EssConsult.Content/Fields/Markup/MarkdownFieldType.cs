using System.Text.Json.Nodes;

namespace EssConsult.Content.Fields.Markup;

internal sealed class MarkdownFieldType(IMarkup markup) : IFieldType
{
    public string Name => "MarkdownField";

    public string Label => "Texte mis en forme (Markdown)";

    public string Editor => FieldPartials.Path("Markdown");

    public Task ReadAsync(FieldPost post, CancellationToken ct)
    {
        if (post.WasAsked)
        {
            post.Value["Markdown"] = post.Text("Markdown") ?? string.Empty;
        }

        if (post.MustBeFilled && string.IsNullOrWhiteSpace(post.Item.FieldText(post.Field.Part, post.Field.Name, "Markdown")))
        {
            post.Fail("Markdown", "Complétez « {0} ».");
        }

        return Task.CompletedTask;
    }

    public FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items) => value["Markdown"]?.ToString() is { Length: > 0 } markdown
        ? new FieldShown(markup.PlainText(markdown), markup.Markdown(markdown), JsonValue.Create(markdown))
        : FieldShown.Nothing;
}
