namespace EssConsult.Contributions.Contracts;

/// <summary>What another module holds of the demonstration: it goes with it, in the same transaction.</summary>
public interface IDemoPiece
{
    /// <summary>French, a key of the translations: « Rendez-vous fictifs ».</summary>
    string Label { get; }

    Task<int> CountAsync(CancellationToken ct);

    /// <summary>Erases inside the caller's write transaction; it must not commit.</summary>
    /// <param name="persons">Ids of the fictional people: what they did elsewhere goes too.</param>
    /// <param name="ct">Ends the work.</param>
    Task RemoveAsync(IReadOnlyList<string> persons, CancellationToken ct);
}
