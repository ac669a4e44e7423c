using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Ledger;

namespace EssConsult.JuryRecord;

/// <summary>A sheet as it is given: marks by criterion, comments by field.</summary>
public sealed record SheetText(string RuleHash, bool Abstained, IReadOnlyDictionary<string, int> Marks, IReadOnlyDictionary<string, string> Comments)
{
    /// <summary>A comment for the applicant, and one for the jury alone.</summary>
    public const string ToEntrant = "entrant", ToJury = "jury";

    /// <summary>The field of the comment beside a criterion's mark.</summary>
    public static string WhyOf(string criterionId) => "why:" + criterionId;

    /// <summary>Takes over what stands on the sheet and fits the rule.</summary>
    public static SheetText Of(ScoringRule rule, string ruleHash, IReadOnlyDictionary<string, string> standing) => new(
        ruleHash, Abstained: false,
        rule.Criteria.Where(criterion => MarkOf(criterion, standing.GetValueOrDefault(criterion.Id)) is not null).ToDictionary(criterion => criterion.Id, criterion => MarkOf(criterion, standing[criterion.Id])!.Value),
        standing.Where(field => IsComment(rule, field.Key)).ToDictionary());

    public static bool IsComment(ScoringRule rule, string field) => field is ToEntrant or ToJury || rule.Criteria.Any(criterion => field == WhyOf(criterion.Id));

    /// <returns>Null when it is no mark of the criterion's scale.</returns>
    public static int? MarkOf(Criterion criterion, string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var mark) && mark >= criterion.Lowest && mark <= criterion.Highest ? mark : null;

    /// <summary>The criteria that still want a mark, or a word beside it.</summary>
    public IReadOnlyList<Criterion> Missing(ScoringRule rule) => [.. rule.Criteria.Where(criterion => !Marks.ContainsKey(criterion.Id) || (criterion.MustComment && !Comments.ContainsKey(WhyOf(criterion.Id))))];

    /// <summary>As it is committed to.</summary>
    public string Write(Guid jurorId, Guid entryId) => CanonicalJson.Text(new JsonObject
    {
        ["juror"] = jurorId.ToString(), ["entry"] = entryId.ToString(), ["rule"] = RuleHash, ["abstained"] = Abstained,
        ["marks"] = new JsonObject(Marks.Select(mark => KeyValuePair.Create(mark.Key, (JsonNode?)mark.Value))),
        ["comments"] = new JsonObject(Comments.Select(comment => KeyValuePair.Create(comment.Key, (JsonNode?)comment.Value))),
    });

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static SheetText Read(string content)
    {
        var json = JsonNode.Parse(content)!;
        return new SheetText(json["rule"]!.ToString(), json["abstained"]!.GetValue<bool>(),
            json["marks"]!.AsObject().ToDictionary(mark => mark.Key, mark => mark.Value!.GetValue<int>()), json["comments"]!.AsObject().ToDictionary(comment => comment.Key, comment => comment.Value!.ToString()));
    }
}
