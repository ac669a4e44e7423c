namespace EssConsult.Prize.Contracts;

/// <summary>What a vote asks of an edition.</summary>
public interface IPrizeEntries
{
    /// <summary>Published editions, the most recent first.</summary>
    Task<IReadOnlyList<PrizeName>> EditionsAsync(CancellationToken ct);

    /// <summary>The eligible entries of an edition, by number, without those that this person is recused from.</summary>
    Task<IReadOnlyList<PrizeEntryName>> EligibleAsync(string editionId, string personId, CancellationToken ct);
}

public sealed record PrizeName(string EditionId, string Title);

public sealed record PrizeEntryName(Guid Id, int Number, string Title);
