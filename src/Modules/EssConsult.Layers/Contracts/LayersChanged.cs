namespace EssConsult.Layers.Contracts;

/// <summary>Layers were made, changed or deleted.</summary>
public sealed record LayersChanged(string[] Names) : IEvent;
