using System.Text.Json.Nodes;

namespace EssConsult.Queries.Stored;

/// <summary>What running a query needs of its JSON.</summary>
/// <param name="Source">One of <see cref="QuerySource"/>.</param>
/// <param name="Template">Liquid that gives SQL or the JSON of a search.</param>
/// <param name="Index">The index profile that a Lucene query reads; null for every published item.</param>
/// <param name="ReturnsItems">Whole content items instead of rows.</param>
internal sealed record StoredQuery(string Name, string Source, string Template, string? Index, bool ReturnsItems)
{
    public static StoredQuery Read(QueryRow row) => Read(row.Name, row.Source, (JsonObject)JsonNode.Parse(row.Json)!);

    /// <summary>The root's members win over those of <c>Properties</c>: recipes carry the root form (§6.7 of the formats).</summary>
    public static StoredQuery Read(string name, string source, JsonObject json)
    {
        var nested = Nested(json, source);
        return new StoredQuery(name, source, json.AnyText("Template") ?? nested?.AnyText("Template") ?? string.Empty, json.AnyText("Index") ?? nested?.AnyText("Index"),
            string.Equals(json.AnyText("ReturnContentItems"), "true", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary><c>Properties.SqlQueryMetadata</c>, <c>Properties.LuceneQueryMetadata</c>: where an export of Orchard 3 has them.</summary>
    private static JsonObject? Nested(JsonObject json, string source) => (json.Any("Properties") as JsonObject)?.Any(MetadataOf(source)) as JsonObject;

    /// <summary>The JSON with these values, in both places.</summary>
    public JsonObject WriteInto(JsonObject json)
    {
        (json["Source"], json["Name"]) = (Source, Name);
        (json["Template"], json["ReturnContentItems"]) = (Template, ReturnsItems);
        if (json["Properties"] is not JsonObject properties)
        {
            json["Properties"] = properties = [];
        }

        if (properties[MetadataOf(Source)] is not JsonObject nested)
        {
            properties[MetadataOf(Source)] = nested = [];
        }

        nested["Template"] = Template;
        foreach (var place in new[] { json, nested })
        {
            if (Index is null)
            {
                place.Remove("Index");
            }
            else
            {
                place["Index"] = Index;
            }
        }

        return json;
    }

    private static string MetadataOf(string source) => source + "QueryMetadata";
}

internal static class QuerySource
{
    public const string Sql = nameof(Sql);
    public const string Lucene = nameof(Lucene);

    /// <summary>As Orchard spells it; null for one that nobody here knows.</summary>
    public static string? Find(string? name) => new[] { Sql, Lucene }.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
}
