namespace EssConsult.Actors.Contracts;

/// <summary>The fictional structures of the demonstration: badged, kept out of open data, removed at once.</summary>
public interface IDemoActors
{
    /// <summary>Adds or updates, by <see cref="DemoActor.ActorId"/>, and saves.</summary>
    /// <exception cref="RuleException">The site runs in Production.</exception>
    Task PutAsync(IReadOnlyList<DemoActor> actors, CancellationToken ct);

    Task<int> CountAsync(CancellationToken ct);

    /// <returns>How many were removed.</returns>
    Task<int> RemoveAllAsync(CancellationToken ct);
}

/// <param name="ActorId">The recipe's own id, kept as the external key.</param>
/// <param name="Members">Ids of the people whom the structure has accepted.</param>
public sealed record DemoActor(
    string ActorId, string Name, ActorFamily Family, string? SectorTermId, string? Commune, string? Description, string? Website, string[]? Members);
