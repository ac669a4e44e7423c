using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Workflows.Definitions;

/// <summary>
/// A note on a drawing: read by people, never by a run. Notes lie in the circuit's own <c>Properties</c> as <c>EssNotes</c>: Orchard
/// keeps that object whole, where it would lose any other member that it does not know.
/// </summary>
/// <param name="X">Of its left edge, in the pixels in which Orchard places activities.</param>
internal sealed record CircuitNote(string Id, string Text, int X, int Y, int Width, int Height)
{
    public const string Member = "EssNotes";
    public const int LongestText = 2_000;
    public const int Least = 60;
    public const int Most = 1_200;
    public const int Farthest = 100_000;
    public const int UsualWidth = 220;
    public const int UsualHeight = 100;

    // What a canvas draws for an activity: needed to say which of them a note is about.
    private const int BoxWidth = 200;
    private const int BoxHeight = 60;

    public static IReadOnlyList<CircuitNote> Of(WorkflowType type) =>
        type.Json.Any("Properties") is JsonObject properties ? [.. properties.AnyObjects(Member).Select(Read).OfType<CircuitNote>().DistinctBy(note => note.Id)] : [];

    /// <summary>The activity that lies nearest to it; null on a drawing without one.</summary>
    public string? Near(WorkflowType type) => type.Json.AnyObjects("Activities").Where(activity => activity.AnyText("ActivityId") is not null)
        .OrderBy(activity => Math.Abs(Number(activity, "X", 0) + (BoxWidth / 2) - X - (Width / 2)) + Math.Abs(Number(activity, "Y", 0) + (BoxHeight / 2) - Y - (Height / 2))).FirstOrDefault()?.AnyText("ActivityId");

    public JsonObject Write() => new() { ["Id"] = Id, ["Text"] = Text, ["X"] = X, ["Y"] = Y, ["Width"] = Width, ["Height"] = Height };

    /// <summary>Null without an id: it stays in the JSON and is nowhere seen.</summary>
    private static CircuitNote? Read(JsonObject json) => json.AnyText("Id") is { Length: > 0 and <= WorkflowLimits.IdLength } id && !id.Any(char.IsControl)
        ? new CircuitNote(
            id, json.AnyText("Text") ?? string.Empty, Math.Clamp(Number(json, "X", 0), -Farthest, Farthest), Math.Clamp(Number(json, "Y", 0), -Farthest, Farthest),
            Math.Clamp(Number(json, "Width", UsualWidth), Least, Most), Math.Clamp(Number(json, "Height", UsualHeight), Least, Most))
        : null;

    private static int Number(JsonObject json, string key, int otherwise) =>
        double.TryParse(json.AnyText(key), CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : otherwise;
}
