namespace EssConsult.Voting.Features.Quarantine;

/// <summary>The thresholds as the team sets them before the vote opens.</summary>
internal sealed class ScreeningForm
{
    public int? FormUses { get; set; }

    public int? SequenceNames { get; set; }

    public int? SequencePercent { get; set; }

    public int? BurstPerMinute { get; set; }

    public int? HurriedSeconds { get; set; }

    public int? DripBallots { get; set; }

    public int? DripSpreadPercent { get; set; }

    public int? PatternBallots { get; set; }

    public int? PatternPercent { get; set; }

    public int? ContestDays { get; set; }

    /// <summary>Within bounds that leave no criterion without sense: one vote is never a burst.</summary>
    public ScreeningRule Change(ScreeningRule rule) => new()
    {
        FormUses = Within(FormUses, rule.FormUses, 1, 100), SequenceNames = Within(SequenceNames, rule.SequenceNames, 3, 1000), SequencePercent = Within(SequencePercent, rule.SequencePercent, 50, 100),
        BurstPerMinute = Within(BurstPerMinute, rule.BurstPerMinute, 3, 1000), HurriedSeconds = Within(HurriedSeconds, rule.HurriedSeconds, 1, 60), DripBallots = Within(DripBallots, rule.DripBallots, 10, 10_000),
        DripSpreadPercent = Within(DripSpreadPercent, rule.DripSpreadPercent, 5, 95), PatternBallots = Within(PatternBallots, rule.PatternBallots, 10, 10_000), PatternPercent = Within(PatternPercent, rule.PatternPercent, 50, 100),
        ContestDays = Within(ContestDays, rule.ContestDays, 1, 30),
    };

    private static int Within(int? typed, int before, int least, int most) => Math.Clamp(typed ?? before, least, most);
}
