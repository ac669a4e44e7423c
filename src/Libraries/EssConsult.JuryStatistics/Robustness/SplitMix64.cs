namespace EssConsult.JuryStatistics.Robustness;

/// <summary>Random numbers that are the same on every machine and in every version of .NET, so that a figure can be computed again from its seed.</summary>
/// <remarks>G. Steele, D. Lea and C. Flood, « Fast splittable pseudorandom number generators », OOPSLA 2014.</remarks>
internal sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;
    private double spare = double.NaN;

    public ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Above 0 and up to 1, in steps of 2⁻⁵³.</summary>
    public double Uniform() => ((Next() >> 11) + 1) * (1.0 / (1UL << 53));

    /// <summary>0 to <paramref name="bound"/> − 1; the bias of at most bound ÷ 2³² does not matter to a draw.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>With mean 1.</summary>
    public double Exponential() => -Math.Log(Uniform());

    /// <summary>With mean 0 and variance 1 (G. Box and M. Muller, Annals of Mathematical Statistics 29, 1958).</summary>
    public double Normal()
    {
        if (!double.IsNaN(spare))
        {
            (var kept, spare) = (spare, double.NaN);
            return kept;
        }

        var (radius, angle) = (Math.Sqrt(2 * Exponential()), 2 * Math.PI * Uniform());
        spare = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    public void Shuffle(Span<int> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
