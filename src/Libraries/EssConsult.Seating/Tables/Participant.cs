namespace EssConsult.Seating.Tables;

/// <summary>Somebody who takes a seat at a table.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Organisation">Null or empty: comes for nobody but themselves.</param>
/// <param name="Traits">Name and value, such as « sector » and « culture »; a trait left out is unknown and not balanced.</param>
public sealed record Participant(string Id, string? Organisation, IReadOnlyDictionary<string, string> Traits);
