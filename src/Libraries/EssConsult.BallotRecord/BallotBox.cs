using System.Text.Json;
using System.Text.Json.Serialization;
using EssConsult.Ledger;
using EssConsult.Tally;

namespace EssConsult.BallotRecord;

/// <summary>Equal ballots of one batch.</summary>
/// <param name="Choice">Canonical JSON, see <see cref="Choices"/>.</param>
/// <param name="Weight">Of one ballot.</param>
/// <param name="Count">How many such.</param>
public sealed record BoxLine(string Choice, long Weight, long Count);

/// <summary>How ballots came in: online, on paper, by a show of hands. Batches are counted together and shown apart.</summary>
public sealed record BoxBatch(string Name, IReadOnlyList<BoxLine> Lines)
{
    /// <summary>Ballots that were counted by hand and have no line of their own; null where there are none.</summary>
    public IReadOnlyList<BoxSums>? Sums { get; init; }

    /// <summary>Why ballots and signatures of the desk differ, as those who counted wrote it; null where they agree.</summary>
    public string? Difference { get; init; }

    /// <summary>How many ballots it holds: every question of a count by hand has as many.</summary>
    [JsonIgnore]
    public long Ballots => checked(Lines.Sum(line => line.Count) + (Sums ?? []).GroupBy(sums => sums.Question).Select(same => same.Sum(sums => sums.Ballots)).DefaultIfEmpty().Max());
}

/// <summary>The box as it is published: batches by name, lines in the order of their texts, which says nothing of who cast them nor when.</summary>
/// <param name="Rule">Hash of the rule.</param>
/// <param name="Electorate">The sum of the weights of those who could vote; null where nobody knows.</param>
public sealed record BallotBox(string Rule, long? Electorate, IReadOnlyList<BoxBatch> Batches)
{
    /// <summary>How many signed off at the desk; null where nobody did.</summary>
    public long? SignedOff { get; init; }

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
    public string Write() => CanonicalJson.Text(JsonSerializer.SerializeToElement(this with { Batches = [.. Batches.Where(batch => batch.Ballots > 0 || batch.Difference is not null).OrderBy(batch => batch.Name, StringComparer.Ordinal)] }, TallyJson.Options));
}
