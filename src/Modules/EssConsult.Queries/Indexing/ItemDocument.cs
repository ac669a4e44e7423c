using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace EssConsult.Queries.Indexing;

/// <summary>A published item as Lucene queries find it.</summary>
internal sealed class ItemDocument(IContentDefinitions definitions, IMarkup markup)
{
    private const int LongestKeyword = 1_000;
    private const int LongestText = 200_000;
    private const int DeepestItem = 12;

    public Document Of(ContentRow row)
    {
        var document = new Document();
        foreach (var (name, value) in new[]
        {
            ("ContentItemId", row.ContentItemId), ("ContentItemVersionId", row.ContentItemVersionId), ("ContentType", row.ContentType), ("DisplayText", row.DisplayText), ("Owner", row.Owner), ("Author", row.Author),
            ("Published", "true"), ("Latest", row.Latest ? "true" : "false"), ("CreatedUtc", Moment(row.CreatedUtc)), ("ModifiedUtc", Moment(row.ModifiedUtc)), ("PublishedUtc", Moment(row.PublishedUtc)),
            ("ContainedPart.ContentItemId", row.ListContentItemId),
        })
        {
            Keyword(document, ItemFields.Prefix + name, [value]);
        }

        var content = JsonNode.Parse(row.Json) as JsonObject ?? [];
        foreach (var field in definitions.FindType(row.ContentType)?.Fields ?? [])
        {
            if ((content[field.Part] as JsonObject)?[field.Name] is JsonObject value && ItemFields.KindOf(field.FieldName) is { } kind)
            {
                foreach (var name in ItemFields.NamesOf(row.ContentType, field))
                {
                    Add(document, name, kind, field.FieldName, value);
                }
            }
        }

        var text = new StringBuilder(row.DisplayText).Append('\n');
        Collect(content, text, 0);
        document.Add(new TextField(ItemFields.Words, row.DisplayText ?? string.Empty, Field.Store.NO));
        document.Add(new TextField(ItemFields.FullText, text.ToString(), Field.Store.NO));
        return document;
    }

    /// <summary>A moment as a text whose order is that of time; null for what is none.</summary>
    public static string? Moment(string? text) => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? Moment(at) : null;

    private static string? Moment(DateTime? utc) => utc?.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private void Add(Document document, string name, FieldKind kind, string fieldType, JsonObject value)
    {
        switch (kind)
        {
            case FieldKind.Text:
                var words = fieldType switch { "HtmlField" => markup.HtmlText(Text(value, "Html")), "MarkdownField" => markup.PlainText(Text(value, "Markdown")), "LinkField" => $"{Text(value, "Text")} {Text(value, "Url")}", _ => Text(value, "Text") ?? string.Empty };
                document.Add(new TextField(name, words, Field.Store.NO));
                Keyword(document, name + ItemFields.KeywordSuffix, [words]);
                break;
            case FieldKind.Number when double.TryParse(Text(value, "Value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                document.Add(new DoubleField(name, number, Field.Store.YES));
                document.Add(new DoubleDocValuesField(name, number));
                break;
            case FieldKind.Date:
                Keyword(document, name, [Moment(Text(value, "Value"))]);
                break;
            case FieldKind.Keyword:
                var ids = (value["TermContentItemIds"] ?? value["ContentItemIds"]) as JsonArray;
                Keyword(document, name, ids is null ? [Text(value, "Value")?.ToLowerInvariant()] : [.. ids.Select(id => id?.ToString())]);
                break;
        }
    }

    private static void Keyword(Document document, string name, IReadOnlyList<string?> values)
    {
        var known = values.OfType<string>().Where(value => value.Length is > 0 and <= LongestKeyword).ToList();
        known.ForEach(value => document.Add(new StringField(name, value, Field.Store.YES)));
        if (known.Count == 1)
        {
            document.Add(new SortedDocValuesField(name, new BytesRef(known[0])));
        }
    }

    /// <summary>The words of an item and of those that it embeds, wherever they stand.</summary>
    private void Collect(JsonNode? node, StringBuilder text, int depth)
    {
        if (depth > DeepestItem || text.Length > LongestText)
        {
            return;
        }

        foreach (var (key, value) in node is JsonObject json ? json.AsEnumerable() : (node as JsonArray)?.Select(entry => KeyValuePair.Create(string.Empty, entry)) ?? [])
        {
            if (value is not JsonValue found)
            {
                Collect(value, text, depth + 1);
            }
            else if (key is "Text" or "Title" or "DisplayText" or "Html" or "Markdown" && found.TryGetValue<string>(out var words))
            {
                text.Append(key switch { "Html" => markup.HtmlText(words), "Markdown" => markup.PlainText(words), _ => words }).Append('\n');
            }
        }
    }

    private static string? Text(JsonObject value, string member) => value[member] is JsonValue found ? found.ToString() : null;
}
