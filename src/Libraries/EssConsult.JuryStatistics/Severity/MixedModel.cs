using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace EssConsult.JuryStatistics.Severity;

/// <summary>What a fit found.</summary>
/// <param name="Objective">Minus twice the logarithm of the (restricted) likelihood.</param>
/// <param name="FixedEffects">In the order of the columns; for one column of ones, the mean.</param>
/// <param name="StandardErrors">Of these.</param>
/// <param name="StandardDeviations">Of each factor, in the units of the marks; 0 where its levels do not differ.</param>
/// <param name="ResidualDeviation">What is left.</param>
/// <param name="Effects">Of each level of each factor, shrunk towards 0 the more the fewer marks it has: a juror's severity is the negative of theirs.</param>
/// <param name="Evaluations">How often the likelihood was computed.</param>
public sealed record MixedModelFit(
    double Objective,
    IReadOnlyList<double> FixedEffects,
    IReadOnlyList<double> StandardErrors,
    IReadOnlyList<double> StandardDeviations,
    double ResidualDeviation,
    IReadOnlyList<IReadOnlyList<double>> Effects,
    int Evaluations);

/// <summary>
/// Marks as a sum of independent normal effects: y = Xβ + Σ Zb + e. With entries and jurors as factors it is the additive model of
/// severity: an entry is worth what its marks say once it is known who gave them.
/// </summary>
/// <remarks>
/// C. Henderson, « Best linear unbiased estimation and prediction under a selection model », Biometrics 31, 1975; variances by H. Patterson
/// and R. Thompson's restricted likelihood, Biometrika 58, 1971. As a correction of reviewers: H. Ge, M. Welling and Z. Ghahramani, NIPS 2013.
/// </remarks>
public static class MixedModel
{
    private const double Step = 1e-6, Tolerance = 1e-5, Progress = 1e-9, MostRatio = 1e3;
    private const int MostSteps = 200;

    /// <param name="data">Marks, fixed columns, factors. The design should be connected (<see cref="Design"/>): the fit exists without it, but then compares strangers by assumption alone.</param>
    /// <param name="by">What is made as likely as can be.</param>
    /// <exception cref="ArgumentException">The data do not fit together.</exception>
    /// <exception cref="ArithmeticException">Fixed columns depend on one another.</exception>
    public static MixedModelFit Fit(MixedModelData data, FitBy by = FitBy.Reml)
    {
        data.Check();
        var sums = new CrossProducts(data);
        var evaluations = 0;
        double Objective(Vector<double> theta)
        {
            evaluations++;
            return new PenalizedFit(sums, [.. theta.Select(Math.Abs)]).Objective(by);
        }

        double[] theta = [.. Minimize(Objective, data.Factors.Count).Select(Math.Abs)];
        var best = new PenalizedFit(sums, theta);
        var (effects, fixedEffects) = best.Solve();
        var residual = Math.Sqrt(best.ResidualVariance(by));
        return new MixedModelFit(
            best.Objective(by), fixedEffects, [.. best.FixedVariances().Select(variance => residual * Math.Sqrt(variance))],
            [.. theta.Select(ratio => ratio * residual)], residual, effects, evaluations);
    }

    /// <summary>Quasi-Newton within θ ≥ 0, where a factor without differences lies on the edge; slopes by differences.</summary>
    private static Vector<double> Minimize(Func<Vector<double>, double> objective, int factors)
    {
        Vector<double> Slope(Vector<double> place)
        {
            var here = objective(place);
            return Vector<double>.Build.Dense(factors, index =>
            {
                var ahead = place.Clone();
                ahead[index] += Step * Math.Max(1, place[index]);
                return (objective(ahead) - here) / (ahead[index] - place[index]);
            });
        }

        var (none, most) = (Vector<double>.Build.Dense(factors), Vector<double>.Build.Dense(factors, MostRatio));
        return new BfgsBMinimizer(Tolerance, Tolerance, Progress, MostSteps).FindMinimum(ObjectiveFunction.Gradient(objective, Slope), none, most, Vector<double>.Build.Dense(factors, 1)).MinimizingPoint;
    }
}
