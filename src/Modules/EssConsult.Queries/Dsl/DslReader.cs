using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Queries.Indexing;
using Lucene.Net.Analysis;
using Lucene.Net.Search;

namespace EssConsult.Queries.Dsl;

/// <summary>Turns the part of Elasticsearch's JSON that Orchard reads (§6.7 of the formats) into a query of Lucene.</summary>
internal sealed class DslReader(IContentDefinitions definitions, Analyzer analysis)
{
    public static readonly string[] Clauses =
    [
        "bool", "match", "match_all", "match_phrase", "term", "terms", "range", "prefix", "wildcard", "regexp", "fuzzy", "query_string", "simple_query_string",
    ];

    private const int Deepest = 12;
    private const int MostClauses = 500;
    private int clauses;
    private int depth;

    /// <summary>One clause: an object with one member.</summary>
    /// <exception cref="RuleException">The clause is unknown, malformed or too costly.</exception>
    public Query Read(JsonNode? node)
    {
        if (node is not JsonObject { Count: 1 } json)
        {
            throw node is JsonObject several && several.Count > 1 ? DslRefusal.Form(several.First().Key) : DslRefusal.Form("query");
        }

        if (++clauses > MostClauses || ++depth > Deepest)
        {
            throw DslRefusal.TooMuch;
        }

        var (name, body) = json.Single();
        var query = Clause(name, body as JsonObject ?? throw DslRefusal.Form(name));
        depth--;
        return query;
    }

    private Query Clause(string name, JsonObject body) => name switch
    {
        "match_all" => Boosted(new MatchAllDocsQuery(), body),
        "bool" => Boosted(Bool(body), body),
        "terms" => Terms(body),
        "query_string" => new DslStrings(definitions, analysis).Full(body),
        "simple_query_string" => new DslStrings(definitions, analysis).Simple(body),
        "match" or "match_phrase" or "term" or "range" or "prefix" or "wildcard" or "regexp" or "fuzzy" => OnField(name, body),
        _ => throw DslRefusal.Clause(name),
    };

    private BooleanQuery Bool(JsonObject body)
    {
        var query = new BooleanQuery();
        foreach (var (member, value) in body)
        {
            var occur = member switch { "must" or "filter" => Occur.MUST, "should" => Occur.SHOULD, "must_not" => Occur.MUST_NOT, "boost" or "minimum_should_match" => (Occur?)null, _ => throw DslRefusal.Member(member, "bool") };
            foreach (var clause in occur is null ? Enumerable.Empty<JsonNode?>() : value is JsonArray list ? list : Enumerable.Repeat(value, 1))
            {
                var inner = Read(clause);
                query.Add(member == "filter" ? new ConstantScoreQuery(inner) { Boost = 0 } : inner, occur!.Value);
            }
        }

        if (query.Clauses.Count > 0 && query.Clauses.All(clause => clause.Occur == Occur.MUST_NOT))
        {
            // Lucene finds nothing by exclusions alone; Elasticsearch finds all the rest.
            query.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        query.MinimumNumberShouldMatch = Number(body["minimum_should_match"], 0);
        return query.Clauses.Count == 0 ? new BooleanQuery { { new MatchAllDocsQuery(), Occur.MUST } } : query;
    }

    /// <summary><c>{"Field": value}</c> or <c>{"Field": {…}}</c>.</summary>
    private Query OnField(string clause, JsonObject body)
    {
        if (body.Count != 1)
        {
            throw DslRefusal.Form(clause);
        }

        var (field, given) = body.Single();
        var options = given as JsonObject ?? new JsonObject { [clause is "match" or "match_phrase" ? "query" : "value"] = given?.DeepClone() };
        var kind = ItemFields.KindOf(definitions, field);
        if (clause == "range")
        {
            return Boosted(DslRange.Read(field, kind, given as JsonObject ?? throw DslRefusal.Form(clause)), options);
        }

        var text = DslValues.Text(options["query"] ?? options["value"]) ?? throw DslRefusal.Form(clause);
        return Boosted(clause switch
        {
            "match" => DslWords.Match(analysis, field, kind, text, all: string.Equals(DslValues.Text(options["operator"]), "and", StringComparison.OrdinalIgnoreCase)),
            "match_phrase" => DslWords.Phrase(analysis, field, kind, text, Number(options["slop"], 0)),
            "term" => DslValues.Term(field, kind, text),
            "prefix" => DslPatterns.Prefix(field, kind, text),
            "wildcard" => DslPatterns.Wildcard(field, kind, text),
            "regexp" => DslPatterns.Regexp(field, text),
            _ => DslPatterns.Fuzzy(field, kind, text, DslValues.Text(options["fuzziness"]), Number(options["prefix_length"], 0)),
        }, options);
    }

    private BooleanQuery Terms(JsonObject body)
    {
        var fields = body.Where(pair => pair.Key != "boost").ToList();
        if (fields is not [{ Value: JsonArray values } field] || values.Count > MostClauses)
        {
            throw DslRefusal.Form("terms");
        }

        var query = new BooleanQuery();
        var kind = ItemFields.KindOf(definitions, field.Key);
        foreach (var value in values)
        {
            query.Add(DslValues.Term(field.Key, kind, DslValues.Text(value) ?? throw DslRefusal.Form("terms")), Occur.SHOULD);
        }

        return query;
    }

    private static Query Boosted(Query query, JsonObject body)
    {
        if (float.TryParse(DslValues.Text(body["boost"]), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var boost))
        {
            query.Boost = boost;
        }

        return query;
    }

    private static int Number(JsonNode? node, int otherwise) => node is null ? otherwise : int.TryParse(DslValues.Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 100) : throw DslRefusal.Form(node.ToJsonString());
}
