using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Contributions;

/// <summary>Reads a démarche out of its content item.</summary>
internal static class ProcessReader
{
    public static Process Read(ContentItem item) => new()
    {
        Id = item.ContentItemId,
        Title = item.DisplayText ?? string.Empty,
        Path = item.Part<AutoroutePart>()?.Path ?? string.Empty,
        Question = Text(item, "Question"),
        Brief = Markdown(item, "EnBref"),
        Stakes = Markdown(item, "Stakes"),
        OutOfScope = Markdown(item, "OutOfScope"),
        DecidedBy = Text(item, "DecidedBy"),
        AnswerByUtc = Date(item.FieldText("Process", "AnswerBy", "Value")),
        Contact = Text(item, "Contact"),
        Moderation = Enum.TryParse<ModerationPolicy>(item.FieldText("ProcessPart", "Moderation", "Text"), out var policy) ? policy : ModerationPolicy.FirstThenAfter,
        IsArchived = IsTrue(item.FieldText("ProcessPart", "Archived", "Value")),
        IsDemo = IsDemo(item.Content),
        Phases = [.. Phases(item)],
    };

    /// <summary>From the stored JSON of a démarche alone.</summary>
    public static bool IsDemo(string json) => JsonNode.Parse(json) is JsonObject content && IsDemo(content);

    // No field: nobody turns a real démarche into a fictional one, which one click removes.
    private static bool IsDemo(JsonObject content) => IsTrue(content["ProcessPart"]?["Demo"]?.ToString());

    public static IEnumerable<Phase> Phases(ContentItem item) =>
        (item.Content["Phases"]?["ContentItems"] as JsonArray)?.OfType<JsonObject>().Select(json => ReadPhase(json.ReadContentItem())) ?? [];

    public static Phase ReadPhase(ContentItem item) => new()
    {
        Id = item.ContentItemId,
        Title = item.Part<TitlePart>()?.Title ?? item.DisplayText ?? string.Empty,
        Kind = item.FieldText("Phase", "Kind", "Text") ?? "information",
        Summary = item.FieldText("Phase", "Summary", "Markdown") ?? string.Empty,
        Scale = item.FieldText("Phase", "Scale", "Text") ?? string.Empty,
        StartsUtc = Date(item.FieldText("Phase", "Starts", "Value")),
        EndsUtc = Date(item.FieldText("Phase", "Ends", "Value")),
        AcceptsContributions = IsTrue(item.FieldText("PhasePart", "AcceptsContributions", "Value")),
        AcceptsComments = IsTrue(item.FieldText("PhasePart", "AcceptsComments", "Value")),
        AcceptsSupports = IsTrue(item.FieldText("PhasePart", "AcceptsSupports", "Value")),
    };

    private static string Text(ContentItem item, string field) => item.FieldText("Process", field, "Text") ?? string.Empty;

    private static string Markdown(ContentItem item, string field) => item.FieldText("Process", field, "Markdown") ?? string.Empty;

    private static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static DateTime? Date(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc) ? utc : null;
}
