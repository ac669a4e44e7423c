using System.Text.Json;
using EssConsult.Ledger;
using EssConsult.Tally;

namespace EssConsult.BallotRecord;

/// <summary>Equal ballots of one batch.</summary>
/// <param name="Choice">Canonical JSON, see <see cref="Choices"/>.</param>
/// <param name="Weight">Of one ballot.</param>
/// <param name="Count">How many such.</param>
public sealed record BoxLine(string Choice, long Weight, long Count);

/// <summary>How ballots came in: online, on paper, by a show of hands. Batches are counted together and shown apart.</summary>
public sealed record BoxBatch(string Name, IReadOnlyList<BoxLine> Lines);

/// <summary>The box as it is published: batches by name, lines in the order of their texts, which says nothing of who cast them nor when.</summary>
/// <param name="Rule">Hash of the rule.</param>
/// <param name="Electorate">The sum of the weights of those who could vote; null where nobody knows.</param>
public sealed record BallotBox(string Rule, long? Electorate, IReadOnlyList<BoxBatch> Batches)
{
    /// <summary>How many votes two officers left out, by the code of the reason; null where votes are not screened.</summary>
    public IReadOnlyDictionary<string, int>? Excluded { get; init; }

    /// <exception cref="JsonException">Not a box.</exception>
    public static BallotBox Read(string json) => JsonSerializer.Deserialize<BallotBox>(json, TallyJson.Options) ?? throw new JsonException("No box.");

    /// <summary>Puts equal ballots together.</summary>
    public static BoxBatch Batch(string name, IEnumerable<(string Choice, long Weight, long Count)> ballots) => new(name,
    [
        .. ballots.GroupBy(ballot => (ballot.Choice, ballot.Weight)).Select(same => new BoxLine(same.Key.Choice, same.Key.Weight, same.Sum(ballot => ballot.Count)))
            .OrderBy(line => line.Choice, StringComparer.Ordinal).ThenBy(line => line.Weight),
    ]);

    /// <summary>Canonical JSON.</summary>
    public string Write() => CanonicalJson.Text(JsonSerializer.SerializeToElement(this with { Batches = [.. Batches.Where(batch => batch.Lines.Count > 0).OrderBy(batch => batch.Name, StringComparer.Ordinal)] }, TallyJson.Options));
}
