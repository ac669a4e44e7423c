using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;

namespace EssConsult.Search.Sources;

/// <summary>A published item with its JSON read once.</summary>
internal sealed class IndexedItem(ContentRow row)
{
    public string Id => row.ContentItemId;

    public string Type => row.ContentType;

    public string? Title => row.DisplayText;

    public string? Path => row.Path;

    public string? ListId => row.ListContentItemId;

    public DateTime DateUtc => row.PublishedUtc ?? row.CreatedUtc;

    public JsonObject Content { get; } = JsonNode.Parse(row.Json) as JsonObject ?? [];

    public string? ProcessId => Text("ContributionPart", "ProcessId");

    public string? PhaseId => Text("ContributionPart", "PhaseId");

    public bool IsDemoProcess => string.Equals(Text("ProcessPart", "Demo"), "true", StringComparison.OrdinalIgnoreCase);

    public string Language => Text("LocalizationPart", "Culture")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "fr";

    private string? Text(string part, string member) => (Content[part] as JsonObject)?[member] is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;
}
