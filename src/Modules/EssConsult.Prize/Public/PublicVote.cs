using System.Text.Json;
using EssConsult.Ledger;

namespace EssConsult.Prize.Public;

/// <summary>The public's vote of an edition, as the prize knows it: its formula once frozen, its votes once counted. The vote itself is elsewhere.</summary>
internal sealed class PublicVote
{
    public required string EditionId { get; init; }

    public required Guid BallotId { get; init; }

    /// <summary>Weight of the public's mark; 0 for a prize apart.</summary>
    public int Percent { get; private set; }

    /// <summary>When the formula was frozen, and the print of the rule that holds it.</summary>
    public DateTime? FrozenUtc { get; private set; }

    public string? RuleHash { get; private set; }

    /// <summary>Votes by entry, in canonical JSON.</summary>
    public string? Votes { get; private set; }

    public long? Ballots { get; private set; }

    public string? ResultHash { get; private set; }

    public DateTime? CountedUtc { get; private set; }

    /// <summary>The combined ranking as it was recorded with the jury's, in canonical JSON, and its print.</summary>
    public string? Combined { get; private set; }

    public string? CombinedHash { get; private set; }

    public bool IsCombined => FrozenUtc is not null && Percent > 0;

    public IReadOnlyDictionary<Guid, long> Counts => Votes is null ? new Dictionary<Guid, long>() : JsonSerializer.Deserialize<Dictionary<Guid, long>>(Votes)!;

    public void Freeze(PublicFormula formula, string ruleHash, DateTime now) => (Percent, RuleHash, FrozenUtc) = (formula.Percent, ruleHash, now);

    public void Count(IReadOnlyDictionary<Guid, long> votes, long ballots, string resultHash, DateTime now) =>
        (Votes, Ballots, ResultHash, CountedUtc) = (CanonicalJson.Text(JsonSerializer.SerializeToElement(votes.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value))), ballots, resultHash, now);

    public void Record(string combined) => (Combined, CombinedHash) = (combined, Sealing.Hash(combined));
}
