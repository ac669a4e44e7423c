using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Queries.Running;

namespace EssConsult.Queries.Features;

/// <summary>A result as rows of texts. Who owns and signed an item stays out of it.</summary>
internal static class ResultTable
{
    private static readonly string[] ItemColumns = ["ContentItemId", "ContentType", "DisplayText", "PublishedUtc"];

    public static IReadOnlyList<string> ColumnsOf(QueryResult result) => result.HoldsItems ? ItemColumns : result.Columns;

    public static IEnumerable<IReadOnlyList<string>> RowsOf(QueryResult result) => result.HoldsItems
        ? result.Items.Select(item => (IReadOnlyList<string>)[item.ContentItemId, item.ContentType, item.DisplayText ?? string.Empty, item.PublishedUtc?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? string.Empty])
        : result.Rows.Select(row => (IReadOnlyList<string>)[.. result.Columns.Select(column => Text(row[column]))]);

    private static string Text(JsonNode? node) => node switch
    {
        null => string.Empty,
        JsonArray list => string.Join(", ", list.Select(Text)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    };
}
