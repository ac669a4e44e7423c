using System.Text.Json.Nodes;

namespace EssConsult.Queries.Running;

/// <summary>What a query gives: content items, or rows.</summary>
/// <param name="Types">The content types of which a change may change it; null for any.</param>
internal sealed record QueryResult(IReadOnlyList<ContentItem> Items, IReadOnlyList<string> Columns, IReadOnlyList<JsonObject> Rows, IReadOnlyList<string>? Types)
{
    /// <summary>There was more than a query gives.</summary>
    public bool IsCut { get; init; }

    public bool HoldsItems { get; init; }

    public int Count => HoldsItems ? Items.Count : Rows.Count;

    /// <summary>As scripts and other sites read it. Who owns and signed an item is not told to them.</summary>
    public JsonArray ToJson() => HoldsItems ? new JsonArray([.. Items.Select(Anonymous)]) : new JsonArray([.. Rows.Select(row => row.DeepClone())]);

    private static JsonObject Anonymous(ContentItem item)
    {
        var json = item.WriteContentItem();
        json.Remove("Owner");
        json.Remove("Author");
        return json;
    }
}
