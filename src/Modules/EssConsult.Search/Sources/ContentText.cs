using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;

namespace EssConsult.Search.Sources;

/// <summary>
/// The words of an item: its body and the fields that its type defines, so that a field added by an administrator is found
/// without code.
/// </summary>
internal sealed class ContentText(IContentDefinitions definitions, FieldText fields, IMarkup markup)
{
    private const int DeepestBag = 4;

    /// <param name="item">The published version.</param>
    /// <param name="type">Its definition.</param>
    /// <param name="around">The published list and démarche that it belongs to, by id.</param>
    /// <returns>Null when there is no page on which it can be read.</returns>
    public SearchDocument? ToDocument(IndexedItem item, ContentTypeDefinition type, Dictionary<string, IndexedItem> around)
    {
        var url = item.Path ?? (item.ListId is { } list ? around.GetValueOrDefault(list)?.Path : null);
        return url is null ? null : new SearchDocument
        {
            Id = item.Id,
            Kind = item.Type,
            Title = item.Title!,
            Body = Lines(Prose(item.Content, type, 0)),
            Keywords = Lines(Keywords(item.Content, type)),
            Url = url,
            Language = item.Language,
            Facets = Facets(item, type),
            DateUtc = item.DateUtc,
            Audience = type.Options.Securable ? "View_" + type.Name : "ViewContent",
            Demo = item.IsDemoProcess || (item.ProcessId is { } process && around.GetValueOrDefault(process) is { IsDemoProcess: true }),
        };
    }

    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Where(words => words.Length > 0));

    private IEnumerable<string> Keywords(JsonObject content, ContentTypeDefinition type) => type.Fields
        .Select(field => (content[field.Part] as JsonObject)?[field.Name] is JsonObject value ? fields.Keywords(field, value) : string.Empty);

    private IEnumerable<string> Prose(JsonObject content, ContentTypeDefinition type, int depth)
    {
        foreach (var part in type.Parts)
        {
            if (content[part.Name] is not JsonObject json)
            {
                continue;
            }

            yield return part.PartName switch
            {
                "MarkdownBodyPart" => markup.PlainText(json["Markdown"]?.ToString()),
                "HtmlBodyPart" => PlainHtml.Of(json["Html"]?.ToString()),
                "BagPart" => Contained(json["ContentItems"], depth),
                "FlowPart" => Contained(json["Widgets"], depth),
                _ => string.Empty,
            };
            foreach (var field in part.Definition.Fields)
            {
                yield return json[field.Name] is JsonObject value ? fields.Prose(field, value) : string.Empty;
            }
        }
    }

    private string Contained(JsonNode? items, int depth) => items is not JsonArray array || depth >= DeepestBag
        ? string.Empty
        : string.Join('\n', array.OfType<JsonObject>().Select(item => Contained(item, depth)));

    private string Contained(JsonObject item, int depth) => definitions.FindType(item["ContentType"]?.ToString() ?? string.Empty) is { } type
        ? Lines(Prose(item, type, depth + 1).Prepend(item["DisplayText"]?.ToString() ?? string.Empty))
        : string.Empty;

    /// <summary>Every taxonomy field by its name in lower case, the démarche and the étape.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Facets(IndexedItem item, ContentTypeDefinition type)
    {
        var facets = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var field in type.Fields.Where(field => field.FieldName == "TaxonomyField"))
        {
            if ((item.Content[field.Part] as JsonObject)?[field.Name]?["TermContentItemIds"] is JsonArray { Count: > 0 } terms)
            {
                facets[field.Name.ToLowerInvariant()] = [.. terms.Select(term => term?.ToString()).OfType<string>()];
            }
        }

        if (item.ProcessId is { } process)
        {
            facets["process"] = [process];
        }

        if (item.PhaseId is { } phase)
        {
            facets["phase"] = [phase];
        }

        return facets;
    }
}
