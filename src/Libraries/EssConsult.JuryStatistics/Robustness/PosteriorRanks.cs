using EssConsult.JuryStatistics.Severity;

namespace EssConsult.JuryStatistics.Robustness;

/// <summary>
/// Ranks that the marks leave open: entries' effects are drawn from the normal distribution around the fit whose covariances are the
/// residual variance times their block of Henderson's inverse, and each draw is ranked.
/// </summary>
/// <remarks>
/// As H. Goldstein and D. Spiegelhalter propose, « League tables and their limitations », Journal of the Royal Statistical Society A 159, 1996. Variances
/// are taken as estimated. The covariances count what is not known of the mean and of the jurors, and are not the « conditional variances »
/// that some programs print.
/// </remarks>
public static class PosteriorRanks
{
    /// <param name="data">What was fitted.</param>
    /// <param name="fit">Of these data.</param>
    /// <param name="factor">The one that holds the entries.</param>
    /// <param name="draws">How often, and what is asked.</param>
    /// <returns>By entry. Where entries do not differ, every rank is as likely as the others.</returns>
    /// <exception cref="ArgumentException">The draws are out of range, or the fit leaves nothing to chance.</exception>
    public static IReadOnlyList<RankOdds> Of(MixedModelData data, MixedModelFit fit, int factor, RankDraws draws)
    {
        RankTally.Checked(draws);
        if (!(fit.ResidualDeviation > 0))
        {
            throw new ArgumentException("The fit leaves nothing to chance.", nameof(fit));
        }

        var random = new SplitMix64(draws.Seed);
        var penalized = new PenalizedFit(new CrossProducts(data), [.. fit.StandardDeviations.Select(deviation => deviation / fit.ResidualDeviation)]);
        var tally = new RankTally(fit.Effects[factor].Count, random);
        var worth = new double[fit.Effects[factor].Count];
        for (var draw = 0; draw < draws.Draws; draw++)
        {
            var deviations = penalized.Deviations(factor, random.Normal);
            for (var entry = 0; entry < worth.Length; entry++)
            {
                worth[entry] = fit.Effects[factor][entry] + (fit.ResidualDeviation * deviations[entry]);
            }

            tally.Add(worth);
        }

        return tally.Odds(draws);
    }
}
