using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Layers;

/// <summary>
/// Where blocs are shown, by Orchard's JSON (§1.4 of the formats): <c>Name</c>, <c>Description</c>, <c>LayerRule</c> and whatever else it
/// was given with. It is written back as it came: conditions that nobody here knows survive an export.
/// </summary>
internal sealed class Layer
{
    public const int MaxName = 200;
    public const string Rule = "LayerRule";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required string Name { get; init; }

    /// <summary>Among the layers of the site, from 1.</summary>
    public int Position { get; set; }

    public required string Json { get; set; }

    public JsonObject Read() => (JsonObject)JsonNode.Parse(Json)!;

    public static string Write(JsonObject layer) => layer.ToJsonString(Plain);
}

internal static class LayerTables
{
    public static void Map(ModelBuilder model) => model.Entity<Layer>(layer =>
    {
        layer.ToTable("layer").HasKey(row => row.Name).HasRule("layer.twice", "Une couche porte déjà ce nom.");
        layer.Property(row => row.Name).HasMaxLength(Layer.MaxName);
    });
}
