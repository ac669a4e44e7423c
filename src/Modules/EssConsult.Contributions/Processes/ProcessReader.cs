using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Contributions;

/// <summary>Reads a démarche out of its content item.</summary>
internal static class ProcessReader
{
    public static Process Read(ContentItem item)
    {
        var own = item.Content["ProcessPart"] as JsonObject;
        return new Process
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
            Moderation = Enum.TryParse<ModerationPolicy>(own?["Moderation"]?.ToString(), out var policy) ? policy : ModerationPolicy.FirstThenAfter,
            IsArchived = Flag(own, "Archived"),
            IsDemo = Flag(own, "Demo"),
            Phases = [.. Phases(item)],
        };
    }

    /// <summary>From the stored JSON of a démarche alone.</summary>
    public static bool IsDemo(string json) => Flag(JsonNode.Parse(json)?["ProcessPart"] as JsonObject, "Demo");

    private static IEnumerable<Phase> Phases(ContentItem item) =>
        (item.Content["Phases"]?["ContentItems"] as JsonArray)?.OfType<JsonObject>().Select(json => ReadPhase(json.ReadContentItem())) ?? [];

    private static Phase ReadPhase(ContentItem item)
    {
        var own = item.Content["PhasePart"] as JsonObject;
        return new Phase
        {
            Id = item.ContentItemId,
            Title = item.Part<TitlePart>()?.Title ?? item.DisplayText ?? string.Empty,
            Kind = item.FieldText("Phase", "Kind", "Text") ?? "information",
            Summary = item.FieldText("Phase", "Summary", "Markdown") ?? string.Empty,
            Scale = item.FieldText("Phase", "Scale", "Text") ?? string.Empty,
            StartsUtc = Date(item.FieldText("Phase", "Starts", "Value")),
            EndsUtc = Date(item.FieldText("Phase", "Ends", "Value")),
            AcceptsContributions = Flag(own, "AcceptsContributions"),
            AcceptsComments = Flag(own, "AcceptsComments"),
            AcceptsSupports = Flag(own, "AcceptsSupports"),
        };
    }

    private static string Text(ContentItem item, string field) => item.FieldText("Process", field, "Text") ?? string.Empty;

    private static string Markdown(ContentItem item, string field) => item.FieldText("Process", field, "Markdown") ?? string.Empty;

    private static bool Flag(JsonObject? part, string key) => string.Equals(part?[key]?.ToString(), "true", StringComparison.OrdinalIgnoreCase);

    private static DateTime? Date(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc) ? utc : null;
}
