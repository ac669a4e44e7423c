using System.Text.Json.Nodes;
using EssConsult.Queries.Indexing;
using Lucene.Net.Analysis;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.QueryParsers.Simple;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Classic = Lucene.Net.QueryParsers.Classic.Operator;
using Signs = Lucene.Net.QueryParsers.Simple.Operator;

namespace EssConsult.Queries.Dsl;

/// <summary>Clauses whose text has a syntax of its own: <c>+école -"vieux pont" Titre:vélo*</c>.</summary>
internal sealed class DslStrings(IContentDefinitions definitions, Analyzer analysis)
{
    private const int Longest = 1_000;
    private const Signs Understood = Signs.AND_OPERATOR | Signs.NOT_OPERATOR | Signs.OR_OPERATOR | Signs.PREFIX_OPERATOR | Signs.PHRASE_OPERATOR | Signs.PRECEDENCE_OPERATORS | Signs.ESCAPE_OPERATOR | Signs.WHITESPACE_OPERATOR;

    public Query Full(JsonObject body)
    {
        var text = Text(body, "query_string", ["query", "default_field", "fields", "default_operator", "boost", "allow_leading_wildcard", "analyze_wildcard"]);
        var anywhere = new DisjunctionMaxQuery(0);
        foreach (var (field, boost) in Fields(body))
        {
            try
            {
                var parser = new BoundedParser(field, analysis, definitions) { DefaultOperator = All(body) ? Classic.AND : Classic.OR, AllowLeadingWildcard = true };
                var query = parser.Parse(text);
                query.Boost = boost;
                anywhere.Add(query);
            }
            catch (ParseException)
            {
                throw DslRefusal.Pattern(text);
            }
        }

        return anywhere;
    }

    /// <summary>Never an error: what is not understood is taken for a word.</summary>
    public Query Simple(JsonObject body)
    {
        var text = Text(body, "simple_query_string", ["query", "fields", "default_field", "default_operator", "boost"]);
        var weights = Fields(body).ToDictionary(field => field.Field, field => field.Boost);
        var parser = new SimpleQueryParser(analysis, weights, Understood)
        {
            DefaultOperator = All(body) ? Occur.MUST : Occur.SHOULD,
        };
        return parser.Parse(text) ?? new BooleanQuery();
    }

    private static bool All(JsonObject body) => string.Equals(DslValues.Text(body["default_operator"]), "and", StringComparison.OrdinalIgnoreCase);

    private static string Text(JsonObject body, string clause, string[] members)
    {
        if (body.FirstOrDefault(pair => !members.Contains(pair.Key)) is { Key: { } unknown })
        {
            throw DslRefusal.Member(unknown, clause);
        }

        return DslValues.Text(body["query"]) is { Length: <= Longest } text ? text : throw DslRefusal.Form(clause);
    }

    /// <summary><c>"Titre^2"</c> counts twice.</summary>
    private static List<(string Field, float Boost)> Fields(JsonObject body)
    {
        var named = (body["fields"] as JsonArray)?.Select(DslValues.Text) ?? [DslValues.Text(body["default_field"])];
        var fields = named.OfType<string>().Take(20).Select(field => field.Split('^') is [var name, var boost] && float.TryParse(boost, System.Globalization.CultureInfo.InvariantCulture, out var weight) ? (name, weight) : (field, 1f)).DistinctBy(field => field.Item1).ToList();
        return fields.Count > 0 ? fields : [(ItemFields.FullText, 1f)];
    }

    /// <summary>Patterns inside the text have the same bounds as their clauses.</summary>
    private sealed class BoundedParser(string field, Analyzer analysis, IContentDefinitions definitions) : QueryParser(LuceneVersion.LUCENE_48, field, analysis)
    {
        protected override Query GetPrefixQuery(string field, string termStr) => DslPatterns.Prefix(field, Kind(field), termStr);

        protected override Query GetWildcardQuery(string field, string termStr) => termStr == "*" ? new MatchAllDocsQuery() : DslPatterns.Wildcard(field, Kind(field), termStr);

        protected override Query GetRegexpQuery(string field, string termStr) => DslPatterns.Regexp(field, termStr);

        protected override Query GetFuzzyQuery(string field, string termStr, float minSimilarity) => DslPatterns.Fuzzy(field, Kind(field), termStr, minSimilarity is 1 or 2 ? $"{minSimilarity:0}" : null, 0);

        private FieldKind Kind(string field) => ItemFields.KindOf(definitions, field);
    }
}
