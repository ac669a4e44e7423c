using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Queries.Running;

/// <summary>What a query is asked with, by names in any case: texts, numbers (long or double), 1 and 0 for true and false.</summary>
internal sealed class QueryParameters
{
    private readonly Dictionary<string, object?> values = new(StringComparer.OrdinalIgnoreCase);

    public static QueryParameters None => new();

    /// <summary>What a template of the query reads.</summary>
    public IReadOnlyDictionary<string, object?> Model => values;

    public bool TryGet(string name, out object? value) => values.TryGetValue(name, out value);

    public QueryParameters With(string name, object? value)
    {
        values[name] = value is JsonNode json ? Plain(json) : value;
        return this;
    }

    public static QueryParameters Of(JsonObject? json)
    {
        var parameters = new QueryParameters();
        foreach (var (name, value) in json ?? [])
        {
            parameters.With(name, value);
        }

        return parameters;
    }

    /// <exception cref="RuleException">It is not a JSON object.</exception>
    public static QueryParameters Parse(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? None : Of(JsonNode.Parse(text) as JsonObject ?? throw Unreadable());
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw Unreadable();
        }
    }

    /// <summary>As databases take it: a list or an object is no value there.</summary>
    public static object? Scalar(object? value) => value switch
    {
        bool truth => truth ? 1L : 0L,
        decimal number => decimal.Truncate(number) == number && Math.Abs(number) < long.MaxValue ? (object)(long)number : (double)number,
        int number => (long)number,
        null or string or long or double or DateTime => value,
        DateTimeOffset at => at.UtcDateTime,
        IEnumerable list => string.Join(',', list.Cast<object?>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static object? Plain(JsonNode? node) => node switch
    {
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => long.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? (object)whole : double.Parse(value.ToString(), CultureInfo.InvariantCulture),
            _ => null,
        },
        JsonArray list => list.Select(Plain).ToArray(),
        JsonObject json => json.ToDictionary(pair => pair.Key, pair => Plain(pair.Value)),
        _ => null,
    };

    private static RuleException Unreadable() => new RuleException("query.parameters", "Les paramètres ne sont pas un objet JSON, comme {0}.", "{\"size\": 3}") { Field = "Parameters" };
}
