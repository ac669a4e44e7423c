namespace EssConsult.Actors.Contracts;

/// <summary>What other modules ask of the directory.</summary>
public interface IActors
{
    /// <summary>Names of the published structures among the ids, in one query.</summary>
    Task<IReadOnlyDictionary<Guid, ActorName>> NamesAsync(IEnumerable<Guid> ids, CancellationToken ct);

    /// <summary>Sector and commune of the published structures among the ids, in one query.</summary>
    Task<IReadOnlyDictionary<Guid, ActorPlace>> PlacesAsync(IEnumerable<Guid> ids, CancellationToken ct);

    /// <summary>The published structures that accepted the person: those in whose name they may publish, by name.</summary>
    Task<IReadOnlyList<ActorName>> SpeakersForAsync(string personId, CancellationToken ct);

    /// <summary>The people whom a published structure has accepted, by their ids.</summary>
    Task<IReadOnlyList<string>> SpeakersOfAsync(Guid actorId, CancellationToken ct);

    /// <summary>Ask again when the form comes back: a structure may have changed its mind.</summary>
    Task<bool> MaySpeakAsync(string personId, Guid actorId, CancellationToken ct);
}

/// <param name="Path">Site-relative: <c>/structures/la-ressourcerie</c>.</param>
public sealed record ActorName(Guid Id, string Name, string Path, bool IsDemo);

/// <param name="SectorId">A term of the taxonomy of sectors; null when nobody said it.</param>
public sealed record ActorPlace(string? SectorId, string? Commune);
