using EssConsult.Kernel.Events;

namespace EssConsult.Kernel.Tests.Probe;

/// <summary>Its handler adds one mark.</summary>
public sealed record MarkWanted(string Family, string Name) : IEvent;

/// <summary>Its handler adds a mark and then fails, as many times as it says.</summary>
public sealed record FailureWanted(string Family, string Name, int Times) : IEvent;

/// <summary>Pages that show notes change.</summary>
public sealed record NoteWritten(string Id) : IEvent;
