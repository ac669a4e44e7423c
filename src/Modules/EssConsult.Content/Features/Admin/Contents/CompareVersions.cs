using System.Text.Json.Nodes;
using EssConsult.Content.Fields.Markup;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Features.Admin.Contents;

/// <param name="Label">The field's French name.</param>
/// <param name="Runs">The texts in order, kept, added or removed.</param>
internal sealed record FieldChange(string Label, IReadOnlyList<DiffRun> Runs);

/// <summary>What differs between two versions, field by field.</summary>
internal sealed class CompareVersions(IContentForm form, IContentDefinitions definitions, IStringLocalizer words)
{
    /// <param name="before">Null for the first version: everything is new.</param>
    /// <param name="after">The version looked at.</param>
    /// <param name="ct">Ends the queries.</param>
    public async Task<IReadOnlyList<FieldChange>> HandleAsync(ContentItem? before, ContentItem after, CancellationToken ct)
    {
        var (old, now) = (before is null ? [] : await TextsAsync(before, ct), await TextsAsync(after, ct));
        return [.. now.Keys.Union(old.Keys).Where(label => old.GetValueOrDefault(label, string.Empty) != now.GetValueOrDefault(label, string.Empty))
            .Select(label => new FieldChange(label, WordDiff.Of(old.GetValueOrDefault(label, string.Empty), now.GetValueOrDefault(label, string.Empty))))];
    }

    private async Task<Dictionary<string, string>> TextsAsync(ContentItem item, CancellationToken ct)
    {
        var texts = new Dictionary<string, string> { ["Titre"] = item.DisplayText ?? string.Empty };
        foreach (var part in definitions.FindType(item.ContentType)?.Parts ?? [])
        {
            if (item.Content[part.Name] is JsonObject value && Text(part, value) is { } text)
            {
                texts[part.DisplayName == part.PartName ? Names.GetValueOrDefault(part.PartName, part.PartName) : part.DisplayName] = text;
            }
        }

        foreach (var value in await form.ValuesAsync(item, ct))
        {
            texts[value.Field.DisplayName] = value.Json is JsonValue json && json.TryGetValue<string>(out var raw) && value.Field.FieldName is "TextField" or "MarkdownField" ? raw : value.Text;
        }

        return texts;
    }

    private static readonly Dictionary<string, string> Names = new()
    {
        ["MarkdownBodyPart"] = "Texte", ["HtmlBodyPart"] = "Texte", ["AutoroutePart"] = "Adresse de la page", ["AliasPart"] = "Nom technique (alias)",
        ["BagPart"] = "Éléments", ["MenuItemsListPart"] = "Liens du menu", ["TaxonomyPart"] = "Thèmes", ["FlowPart"] = "Blocs de la page",
    };

    private string? Text(TypePartDefinition part, JsonObject value) => part.PartName switch
    {
        nameof(MarkdownBodyPart) => value["Markdown"]?.ToString(),
        nameof(HtmlBodyPart) => HtmlFieldType.PlainText(value["Html"]?.ToString() ?? string.Empty),
        nameof(AutoroutePart) => value["Path"]?.ToString(),
        nameof(AliasPart) => value["Alias"]?.ToString(),
        "BagPart" or "FlowPart" or "MenuItemsListPart" or "TaxonomyPart" => Outline(value, 0),
        _ => null,
    };

    /// <summary>The titles of what is embedded, one a line.</summary>
    private string Outline(JsonNode? node, int depth) => node switch
    {
        JsonObject item when item["ContentItemId"] is not null => $"{new string('–', depth)} {item["DisplayText"] ?? item["TitlePart"]?["Title"] ?? words["Sans titre"].Value}\n{string.Concat(item.Select(member => Outline(member.Value, depth + 1)))}",
        JsonObject holder => string.Concat(holder.Select(member => Outline(member.Value, depth))),
        JsonArray list => string.Concat(list.Select(entry => Outline(entry, depth))),
        _ => string.Empty,
    };
}
