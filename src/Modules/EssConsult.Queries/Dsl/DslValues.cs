using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Queries.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace EssConsult.Queries.Dsl;

internal static class DslValues
{
    /// <summary>A scalar as the index holds it; null for anything else.</summary>
    public static string? Text(JsonNode? node) => node is not JsonValue value ? null : value.GetValueKind() switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToString(),
    };

    /// <summary>A whole value. Of a text, the text itself or one of its words.</summary>
    public static Query Term(string field, FieldKind kind, string text) => kind switch
    {
        FieldKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => NumericRangeQuery.NewDoubleRange(field, number, number, true, true),
        FieldKind.Date when ItemDocument.Moment(text) is { } moment => new TermQuery(new IndexTerm(field, moment)),
        FieldKind.Text => new BooleanQuery { { new TermQuery(new IndexTerm(field, text)), Occur.SHOULD }, { new TermQuery(new IndexTerm(field + ItemFields.KeywordSuffix, text)), Occur.SHOULD } },
        _ => new TermQuery(new IndexTerm(field, text)),
    };
}

internal static class DslRange
{
    /// <summary><c>gt</c>, <c>gte</c>, <c>lt</c>, <c>lte</c> on numbers, moments or whole values.</summary>
    public static Query Read(string field, FieldKind kind, JsonObject bounds)
    {
        if (bounds.FirstOrDefault(pair => pair.Key is not ("gt" or "gte" or "lt" or "lte" or "boost" or "format" or "time_zone")) is { Key: { } unknown })
        {
            throw DslRefusal.Member(unknown, "range");
        }

        var (low, high) = (Bound(bounds, "gte") ?? Bound(bounds, "gt"), Bound(bounds, "lte") ?? Bound(bounds, "lt"));
        var (withLow, withHigh) = (bounds["gte"] is not null, bounds["lte"] is not null);
        return kind == FieldKind.Number
            ? NumericRangeQuery.NewDoubleRange(field, Number(low), Number(high), withLow, withHigh)
            : TermRangeQuery.NewStringRange(field, Ordered(low, kind), Ordered(high, kind), withLow, withHigh);
    }

    private static string? Bound(JsonObject bounds, string name) => bounds[name] is { } node ? DslValues.Text(node) ?? throw DslRefusal.Form("range") : null;

    private static double? Number(string? text) => text is null ? null : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Sql.SqlRefusal.NoNumber(text);

    private static string? Ordered(string? text, FieldKind kind) => text is null || kind != FieldKind.Date ? text : ItemDocument.Moment(text) ?? throw Sql.SqlRefusal.NoDate(text);
}
