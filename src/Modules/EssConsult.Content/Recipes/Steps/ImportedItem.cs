using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Steps;

/// <summary>Reads an item of a recipe and completes it as Orchard's importers do: terms know their taxonomy and type, HTML is sanitised.</summary>
internal sealed class ImportedItem(IContentDefinitions definitions, IMarkup markup)
{
    private static readonly string[] Lists = ["ContentItems", "Widgets", "MenuItems"];

    /// <exception cref="RuleException">It, or an item embedded in it, does not state its type.</exception>
    public ContentItem Read(JsonObject json)
    {
        var item = json.ReadContentItem();
        if (item.Content["TaxonomyPart"] is JsonObject taxonomy && taxonomy["Terms"] is JsonArray terms)
        {
            WeldTerms(terms, item.ContentItemId, taxonomy["TermContentType"]?.ToString() ?? "Term");
        }

        RequireTypes(item.Content, item.ContentItemId);
        if (definitions.FindType(item.ContentType) is { } type)
        {
            Sanitize(item.Content, type);
        }

        return item;
    }

    private static void WeldTerms(JsonArray terms, string taxonomyId, string contentType)
    {
        foreach (var term in terms.OfType<JsonObject>())
        {
            if (term["TermPart"] is not JsonObject part)
            {
                term["TermPart"] = part = [];
            }

            part["TaxonomyContentItemId"] = taxonomyId;
            term["ContentType"] ??= contentType;
            WeldTerms(term["Terms"] as JsonArray ?? [], taxonomyId, contentType);
        }
    }

    private static void RequireTypes(JsonNode? node, string owner)
    {
        foreach (var (name, value) in node as JsonObject ?? [])
        {
            foreach (var entry in value as JsonArray ?? [])
            {
                if (Lists.Contains(name) && entry is JsonObject embedded && embedded["ContentType"] is not JsonValue)
                {
                    throw new RuleException("content.embedded-type-missing", "Un élément du contenu « {0} » n’indique pas son type.", owner);
                }

                RequireTypes(entry, owner);
            }

            RequireTypes(value, owner);
        }
    }

    private void Sanitize(JsonObject content, ContentTypeDefinition type)
    {
        foreach (var part in type.Parts.Where(part => part.PartName == nameof(HtmlBodyPart) && IsOn(part.Settings, "HtmlBodyPartSettings")))
        {
            Sanitize(content[part.Name] as JsonObject);
        }

        foreach (var field in type.Fields.Where(field => field.FieldName == "HtmlField" && IsOn(field.Settings, "HtmlFieldSettings")))
        {
            Sanitize((content[field.Part] as JsonObject)?[field.Name] as JsonObject);
        }
    }

    private void Sanitize(JsonObject? holder)
    {
        if (holder?["Html"]?.ToString() is { Length: > 0 } html)
        {
            holder["Html"] = markup.Sanitize(html);
        }
    }

    /// <summary>Sanitising is on unless the definition switches it off.</summary>
    private static bool IsOn(JsonObject settings, string name) =>
        !string.Equals((settings[name] as JsonObject)?["SanitizeHtml"]?.ToString(), "false", StringComparison.OrdinalIgnoreCase);
}
