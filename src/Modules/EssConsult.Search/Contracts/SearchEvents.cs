namespace EssConsult.Search.Contracts;

/// <summary>Every node builds its index anew.</summary>
public sealed record IndexRebuildRequested : IEvent;
