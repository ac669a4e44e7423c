namespace EssConsult.Prize.Contracts;

/// <summary>How the public's votes come into a prize; frozen before anybody votes.</summary>
/// <param name="Percent">Weight of the public's mark beside the jury's, 1 to 50; 0 for a « prix du public » apart, which changes no rank.</param>
public sealed record PublicFormula(int Percent)
{
    public const int Heaviest = 50;

    public bool IsCombined => Percent > 0;
}

/// <summary>What a module that holds votes tells a prize, and asks of it.</summary>
public interface IPublicVotes
{
    /// <summary>The entries that everybody may read, by number; empty while the gallery is closed.</summary>
    Task<IReadOnlyList<PublicEntry>> GalleryAsync(string editionId, CancellationToken ct);

    /// <summary>Paths of those of these entries that everybody may read, without the leading slash.</summary>
    Task<IReadOnlyDictionary<Guid, string>> PathsAsync(IReadOnlyCollection<Guid> entryIds, CancellationToken ct);

    /// <summary>The vote that belongs to an edition; null for none.</summary>
    Task<PublicVoteName?> FindAsync(string editionId, CancellationToken ct);

    /// <summary>Stages that an edition has this vote, which is being prepared.</summary>
    /// <exception cref="RuleException">It has another one, or its ranking is recorded.</exception>
    Task AttachAsync(string editionId, Guid ballotId, CancellationToken ct);

    /// <summary>Stages that the vote is gone before it was opened.</summary>
    Task DetachAsync(Guid ballotId, CancellationToken ct);

    /// <summary>Stages the formula of a vote that is frozen, in the transaction that opens it: it is on the prize's page from now on.</summary>
    /// <exception cref="RuleException">The ranking that it would enter is recorded.</exception>
    Task FreezeAsync(string editionId, Guid ballotId, PublicFormula formula, string ruleHash, CancellationToken ct);

    /// <summary>Stages what the public's vote came to.</summary>
    /// <param name="votes">By entry.</param>
    Task RecordAsync(string editionId, Guid ballotId, IReadOnlyDictionary<Guid, long> votes, long ballots, string resultHash, CancellationToken ct);
}

/// <param name="Title">As it was sent last.</param>
public sealed record PublicEntry(Guid Id, int Number, string Title);

public sealed record PublicVoteName(Guid BallotId, string EditionTitle);
