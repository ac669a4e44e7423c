using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Drawing;

/// <summary>
/// The notes beside a picture that places its boxes itself: a note cannot lie there where it was put, so it bears a number, on the box
/// that it is nearest to and in the list.
/// </summary>
internal static class DrawnNotes
{
    public static IReadOnlyList<(CircuitNote Note, string? Near)> Of(WorkflowType type, ActivityKinds kinds) =>
        [.. CircuitNote.Of(type).Select(note => (note, note.Near(type) is { } id && type.Find(id) is { } activity ? kinds.TitleOf(activity) : null))];

    /// <summary>The numbers of the notes by the box that they are nearest to: « 1, 3 ».</summary>
    public static IReadOnlyDictionary<string, string> Numbers(WorkflowType type) => CircuitNote.Of(type).Index()
        .Where(entry => entry.Item.Near(type) is not null).GroupBy(entry => entry.Item.Near(type)!)
        .ToDictionary(group => group.Key, group => string.Join(", ", group.Select(entry => entry.Index + 1)));
}
