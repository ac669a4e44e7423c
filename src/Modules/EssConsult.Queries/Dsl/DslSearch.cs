using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Queries.Indexing;
using EssConsult.Queries.Sql;
using Lucene.Net.Search;

namespace EssConsult.Queries.Dsl;

/// <summary>A whole search: what, from where, how many, in which order.</summary>
internal sealed record DslSearch(Query Query, int From, int Size, Sort? Sort, IReadOnlyList<string>? Types)
{
    private const int DefaultSize = 10;
    private const int Furthest = 10_000;

    /// <exception cref="RuleException">It is not JSON, or has a clause that is refused.</exception>
    public static DslSearch Read(string text, IContentDefinitions definitions)
    {
        if (Parse(text) is not JsonObject json)
        {
            throw DslRefusal.NoJson(text.Length > 40 ? text[..40] : text);
        }

        if (json.FirstOrDefault(pair => pair.Key is not ("query" or "from" or "size" or "sort" or "track_scores" or "_source" or "fields" or "explain" or "version")) is { Key: { } unknown })
        {
            throw DslRefusal.Member(unknown, "{}");
        }

        using var analysis = new FieldAnalysis(definitions);
        var query = json["query"] is { } given ? new DslReader(definitions, analysis).Read(given) : new MatchAllDocsQuery();
        return new DslSearch(query, Number(json, "from", 0, Furthest), Number(json, "size", DefaultSize, SqlWriter.MostRows), Order(json["sort"], definitions), DslDependence.Of(json["query"]));
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 40 });
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw DslRefusal.NoJson(error.Message);
        }
    }

    private static int Number(JsonObject json, string member, int otherwise, int most) => json[member] is not { } node ? otherwise
        : int.TryParse(DslValues.Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most) : throw DslRefusal.Form(member);

    /// <summary><c>"Field"</c>, <c>{"Field": "desc"}</c>, <c>{"Field": {"order": "desc"}}</c>, or several of them.</summary>
    private static Sort? Order(JsonNode? node, IContentDefinitions definitions)
    {
        var fields = Entries(node).SelectMany(entry => entry switch
        {
            JsonValue value => [SortBy(value.ToString(), null, definitions)],
            JsonObject json => json.Select(pair => SortBy(pair.Key, DslValues.Text((pair.Value as JsonObject)?["order"] ?? pair.Value), definitions)),
            _ => throw DslRefusal.Form("sort"),
        }).ToArray();
        return fields.Length == 0 ? null : new Sort(fields);
    }

    private static List<JsonNode?> Entries(JsonNode? node) => node is JsonArray list ? [.. list] : node is null ? [] : [node];

    private static SortField SortBy(string name, string? order, IContentDefinitions definitions)
    {
        if (order is not (null or "asc" or "desc"))
        {
            throw DslRefusal.Member(order, "sort");
        }

        if (name == "_score")
        {
            return new SortField(null, SortFieldType.SCORE, order == "asc");
        }

        return ItemFields.KindOf(definitions, name) switch
        {
            FieldKind.Number => new SortField(name, SortFieldType.DOUBLE, order == "desc"),
            FieldKind.Text => new SortField(name == ItemFields.Words ? ItemFields.Prefix + "DisplayText" : name + ItemFields.KeywordSuffix, SortFieldType.STRING, order == "desc"),
            _ => new SortField(name, SortFieldType.STRING, order == "desc"),
        };
    }
}

/// <summary>Of which content types a change can change what a search finds.</summary>
internal static class DslDependence
{
    private static readonly string[] Required = ["must", "filter"];

    /// <returns>Null when any may.</returns>
    public static IReadOnlyList<string>? Of(JsonNode? clause) => clause switch
    {
        JsonObject json when Single(json, "term") is JsonObject { Count: 1 } term && term.Single() is { Key: ItemFields.Type, Value: var value } => DslValues.Text((value as JsonObject)?["value"] ?? value) is { } type ? [type] : null,
        JsonObject json when Single(json, "terms") is JsonObject { Count: 1 } terms && terms.Single() is { Key: ItemFields.Type, Value: JsonArray values } => [.. values.Select(DslValues.Text).OfType<string>()],
        JsonObject json when Single(json, "bool") is JsonObject both => Required.SelectMany(member => both[member] is JsonArray list ? list.AsEnumerable() : [both[member]]).Select(Of).FirstOrDefault(types => types is not null),
        _ => null,
    };

    private static JsonNode? Single(JsonObject json, string clause) => json.Count == 1 ? json[clause] : null;
}
