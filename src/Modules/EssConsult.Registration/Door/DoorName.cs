namespace EssConsult.Registration.Door;

internal static class DoorName
{
    /// <summary>On one line, as long as the table takes; empty for the only door.</summary>
    public static string Clean(string? typed) => TypedText.Line(typed, DoorTables.LongestDoor);
}
