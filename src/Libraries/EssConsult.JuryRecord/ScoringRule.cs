using System.Text.Json.Nodes;
using System.Text.Json;
using EssConsult.JuryStatistics.Marks;
using EssConsult.Ledger;

namespace EssConsult.JuryRecord;

/// <summary>
/// How marks become a result, fixed before the first one is given: each mark as a share of its scale, out of 20, weighted; the mean over
/// jurors; rounded as said; equal entries told apart by the ladder.
/// </summary>
public sealed record ScoringRule(IReadOnlyList<Criterion> Criteria, RoundingRule Rounding)
{
    public const decimal OutOf = 20;

    private static readonly JsonSerializerOptions Json = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.WriteAsString | System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString };

    /// <summary>Two digits, half upwards, as published.</summary>
    public static RoundingRule Usual { get; } = new(2);

    /// <summary>What tells equal entries apart, in order: the heaviest criterion, the median, the lowest of the jurors' results. Those still equal share their rank.</summary>
    public static IReadOnlyList<string> Ladder { get; } = ["heaviest-criterion", "median", "lowest"];

    public IEnumerable<Criterion> Counting => Criteria.Where(criterion => !criterion.OutsideTotal);

    /// <summary>The first of the heaviest.</summary>
    public Criterion Heaviest => Counting.MaxBy(criterion => criterion.Weight)!;

    /// <summary>The longest scale, in steps.</summary>
    public const int LongestScale = 100;

    /// <summary>A criterion that could not be counted: no scale or one without end, no weight within the total, an id that is empty or stands twice.</summary>
    public Criterion? Broken => Criteria.FirstOrDefault(criterion => criterion.Highest <= criterion.Lowest || criterion.Highest - criterion.Lowest > LongestScale || criterion.Id.Length == 0 || Criteria.Count(other => other.Id == criterion.Id) > 1 || (!criterion.OutsideTotal && criterion.Weight <= 0));

    /// <summary>One sheet's result out of 20, not rounded.</summary>
    /// <returns>Null while a criterion that counts has no mark: missing is never zero.</returns>
    public decimal? Total(IReadOnlyDictionary<string, int> marks) => Counting.All(criterion => marks.ContainsKey(criterion.Id))
        ? PanelMark.Weighted([.. Counting.Select(criterion => (decimal?)Share(criterion, marks[criterion.Id]))], [.. Counting.Select(criterion => criterion.Weight)])
        : null;

    /// <summary>A mark, out of 20.</summary>
    public static decimal Share(Criterion criterion, int mark) => OutOf * (mark - criterion.Lowest) / (criterion.Highest - criterion.Lowest);

    /// <summary>As it is frozen and hashed.</summary>
    public string Write() => CanonicalJson.Text(new JsonObject
    {
        ["method"] = "weighted-mean", ["outOf"] = OutOf.ToString(System.Globalization.CultureInfo.InvariantCulture), ["digits"] = Rounding.Digits, ["half"] = Rounding.Half.ToString(),
        ["ties"] = new JsonArray([.. Ladder.Select(rung => JsonValue.Create(rung))]), ["criteria"] = JsonSerializer.SerializeToNode(Criteria, Json),
    });

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static ScoringRule Read(string rule)
    {
        var json = JsonNode.Parse(rule)!;
        return new ScoringRule(json["criteria"].Deserialize<List<Criterion>>(Json)!, new RoundingRule(json["digits"]!.GetValue<int>(), Enum.Parse<MidpointRounding>(json["half"]!.ToString())));
    }
}
