using System.Text.Json;
using System.Text.Json.Serialization;

namespace EssConsult.Tally;

/// <summary>Rules and results as JSON. Fractions are texts ("2/3"), names camel case, absent properties left out; unknown ones are refused.</summary>
public static class TallyJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The rule as a JSON value, ready for canonical writing.</summary>
    public static JsonElement Element(TallyRule rule) => JsonSerializer.SerializeToElement(rule, Options);

    /// <inheritdoc cref="Element(TallyRule)"/>
    public static JsonElement Element(TallyResult result) => JsonSerializer.SerializeToElement(result, Options);

    /// <exception cref="JsonException">Not a rule.</exception>
    public static TallyRule ReadRule(string json) => JsonSerializer.Deserialize<TallyRule>(json, Options) ?? throw new JsonException("No rule.");

    /// <exception cref="JsonException">Not a result.</exception>
    public static TallyResult ReadResult(string json) => JsonSerializer.Deserialize<TallyResult>(json, Options) ?? throw new JsonException("No result.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
