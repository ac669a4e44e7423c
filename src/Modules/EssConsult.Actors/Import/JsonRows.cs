using System.Runtime.CompilerServices;
using System.Text.Json;

namespace EssConsult.Actors.Import;

/// <summary>GeoJSON (RFC 7946) and arrays of flat objects, such as exports of OpenStreetMap.</summary>
internal static class JsonRows
{
    private static readonly Remark NotAnObject = new("Cet élément n’est pas un objet.");
    private static readonly Remark NotAPoint = new("La position n’est pas un point : elle n’est pas reprise.");

    /// <exception cref="RuleException">The file is not a FeatureCollection.</exception>
    public static async IAsyncEnumerable<SourceRow> ReadGeoJsonAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: ct);
        if (!document.RootElement.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
        {
            throw new RuleException("actor.import.format", "Ce fichier JSON n’est pas une liste GeoJSON (FeatureCollection).");
        }

        var number = 0;
        foreach (var feature in features.EnumerateArray())
        {
            yield return Feature(++number, feature);
        }
    }

    public static async IAsyncEnumerable<SourceRow> ReadArrayAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        var number = 0;
        await foreach (var element in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, cancellationToken: ct))
        {
            number++;
            yield return element.ValueKind == JsonValueKind.Object ? new SourceRow(number, [.. Flat(element)]) : new SourceRow(number, []) { Refusal = NotAnObject };
        }
    }

    private static SourceRow Feature(int number, JsonElement feature)
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            return new SourceRow(number, []) { Refusal = NotAnObject };
        }

        var values = Flat(properties).ToList();
        if (feature.TryGetProperty("id", out var id) && !properties.TryGetProperty("@id", out _))
        {
            values.Add(KeyValuePair.Create("id", id.ToString()));
        }

        var point = feature.TryGetProperty("geometry", out var geometry) && geometry.ValueKind == JsonValueKind.Object
            && geometry.TryGetProperty("type", out var type) && type.ValueEquals("Point")
            && geometry.TryGetProperty("coordinates", out var coordinates) && coordinates.GetArrayLength() >= 2 ? coordinates : default;
        if (point.ValueKind == JsonValueKind.Array)
        {
            values.Add(KeyValuePair.Create("longitude", point[0].ToString()));
            values.Add(KeyValuePair.Create("latitude", point[1].ToString()));
            return new SourceRow(number, values);
        }

        return new SourceRow(number, values) { Remarks = geometry.ValueKind == JsonValueKind.Object ? [NotAPoint] : [] };
    }

    private static IEnumerable<KeyValuePair<string, string>> Flat(JsonElement element) =>
        element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.ValueKind == JsonValueKind.Null ? string.Empty : member.Value.ToString()));
}
