namespace EssConsult.Actors.Contracts;

/// <summary>What other modules ask of the directory.</summary>
public interface IActors
{
    /// <summary>Names of the published structures among the ids, in one query.</summary>
    Task<IReadOnlyDictionary<Guid, ActorName>> NamesAsync(IEnumerable<Guid> ids, CancellationToken ct);

    /// <summary>Sector and commune of the published structures among the ids, in one query.</summary>
    Task<IReadOnlyDictionary<Guid, ActorPlace>> PlacesAsync(IEnumerable<Guid> ids, CancellationToken ct);

    /// <summary>Ids of the published structures of these names, by their key (<see cref="TextKey"/>); a name that two bear is missing.</summary>
    Task<IReadOnlyDictionary<string, Guid>> ByNameAsync(IReadOnlyCollection<string> names, CancellationToken ct);

    /// <summary>The published structures that accepted the person: those in whose name they may publish, by name.</summary>
    Task<IReadOnlyList<ActorName>> SpeakersForAsync(string personId, CancellationToken ct);

    /// <summary>The people whom a published structure has accepted, by their ids.</summary>
    Task<IReadOnlyList<string>> SpeakersOfAsync(Guid actorId, CancellationToken ct);

    /// <summary>Who speaks for which published structure: every pair with one of the structures or one of the people, in one query.</summary>
    Task<IReadOnlyList<Membership>> MembershipsAsync(IReadOnlyCollection<Guid> actors, IReadOnlyCollection<string> people, CancellationToken ct);

    /// <summary>What the directory publishes of structures that could tell where somebody works, by name or by id.</summary>
    /// <param name="ids">Of structures.</param>
    /// <param name="names">As somebody wrote them: accents and capitals do not matter.</param>
    /// <param name="ct">Ends the reading.</param>
    Task<IReadOnlyList<ActorTrace>> TracesAsync(IReadOnlyCollection<Guid> ids, IReadOnlyCollection<string> names, CancellationToken ct);

    /// <summary>Ask again when the form comes back: a structure may have changed its mind.</summary>
    Task<bool> MaySpeakAsync(string personId, Guid actorId, CancellationToken ct);
}

/// <param name="Path">Site-relative: <c>/structures/la-ressourcerie</c>.</param>
public sealed record ActorName(Guid Id, string Name, string Path, bool IsDemo);

/// <param name="SectorId">A term of the taxonomy of sectors; null when nobody said it.</param>
public sealed record ActorPlace(string? SectorId, string? Commune);

/// <summary>The structure accepted the person.</summary>
public sealed record Membership(Guid ActorId, string PersonId);

/// <param name="NameKey">The name without accents and capitals.</param>
/// <param name="Website">Null when none is known.</param>
/// <param name="Email">The address that the directory publishes.</param>
public sealed record ActorTrace(Guid Id, string Name, string NameKey, string? Website, string? Email);
