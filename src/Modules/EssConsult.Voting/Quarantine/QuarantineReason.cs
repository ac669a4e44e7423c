using EssConsult.BallotScreening;

namespace EssConsult.Voting.Quarantine;

/// <summary>Why a vote waits, by the codes of the screen, the strongest sign first; published with its number.</summary>
internal enum QuarantineReason
{
    /// <summary>The mailbox is of a kind that lasts for minutes.</summary>
    Disposable,

    /// <summary>One form was sent again and again.</summary>
    Token,

    /// <summary>Names that differ by their numbers, nearly all with the same choices.</summary>
    Sequence,

    /// <summary>Many with the same choices in one minute, each sent faster than anybody reads.</summary>
    Burst,

    /// <summary>The same choices from one network or one small domain, as evenly as by a clock.</summary>
    Drip,

    /// <summary>Addresses of a small domain that are made alike, or nearly all of a small domain, with the same choices.</summary>
    Pattern,

    /// <summary>The mailbox under another spelling; the index on ballot and voter leaves no second vote, so that this one is of other roads than addresses.</summary>
    Alias,
}

internal static class QuarantineReasons
{
    public static IReadOnlyList<QuarantineReason> Of(ScreeningReasons reasons) => [.. Enum.GetValues<QuarantineReason>().Where(reason => reasons.HasFlag(reason.Flag()))];

    public static ScreeningReasons Flag(this QuarantineReason reason) => reason switch
    {
        QuarantineReason.Disposable => ScreeningReasons.Disposable,
        QuarantineReason.Token => ScreeningReasons.Token,
        QuarantineReason.Sequence => ScreeningReasons.Sequence,
        QuarantineReason.Burst => ScreeningReasons.Burst,
        QuarantineReason.Drip => ScreeningReasons.Drip,
        QuarantineReason.Pattern => ScreeningReasons.Pattern,
        _ => ScreeningReasons.Alias,
    };

    /// <summary>As files name it.</summary>
    public static string Code(this QuarantineReason reason) => reason.ToString().ToLowerInvariant();

    public static ScreeningCriteria Criteria(this ScreeningRule rule) => new()
    {
        TokenUses = rule.FormUses, SequenceNames = rule.SequenceNames, SequencePercent = rule.SequencePercent, BurstPerMinute = rule.BurstPerMinute, Hurried = TimeSpan.FromSeconds(rule.HurriedSeconds),
        DripBallots = rule.DripBallots, DripSpreadPercent = rule.DripSpreadPercent, PatternBallots = rule.PatternBallots, PatternPercent = rule.PatternPercent,
    };
}
