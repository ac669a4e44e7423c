namespace EssConsult.Benchmarks.Scenarios;

/// <param name="Folder">Empty at the start of each round.</param>
/// <param name="Shared">Kept for the whole run, empty at its start.</param>
internal sealed record Workbench(string Folder, string Shared, int Port);
