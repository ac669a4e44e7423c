namespace EssConsult.Registration.Contracts;

/// <summary>Lines that other modules add to the minutes of an event. They stand beside what people write there, and nobody edits them.</summary>
public interface IMinutesLines
{
    /// <summary>Adds the line, or puts it in the place of the one of this key, within the caller's unit of work; nothing where there is no such event.</summary>
    Task PutAsync(MinutesEntry entry, CancellationToken ct);
}

/// <param name="Key">Of what it tells, unique in the event.</param>
/// <param name="Text">French, plain text.</param>
/// <param name="Path">Site-relative: where it is told in full.</param>
/// <param name="Print">A hash that whoever doubts can compare; null where there is none.</param>
public sealed record MinutesEntry(string EventId, string Key, string Text, string Path, string? Print);
