namespace EssConsult.Workflows.Contracts;

/// <summary>Functions that a module adds to the scripts of circuits, by Orchard's names (§4.4 of the formats). Registered as a singleton.</summary>
public interface ICircuitGlobals
{
    IReadOnlyDictionary<string, object> Globals { get; }
}
