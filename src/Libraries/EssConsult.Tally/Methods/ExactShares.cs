using System.Numerics;

namespace EssConsult.Tally.Methods;

/// <summary>
/// What a share is and what was paid, as integers over one common denominator. Whoever has something left has paid in full for every funded option that they approve,
/// so that this is all it takes to know anybody's money exactly.
/// </summary>
internal sealed class ExactShares(Fraction share, int options)
{
    private readonly List<BigInteger> paid = [];
    private readonly int[] purchase = [.. Enumerable.Repeat(-1, options)];
    private BigInteger share = share.Numerator;

    public BigInteger Denominator { get; private set; } = share.Denominator;

    public int Purchases => paid.Count;

    public bool IsFunded(int option) => purchase[option] >= 0;

    /// <summary>By <see cref="Denominator"/>, of a voter who has something left.</summary>
    public BigInteger Left(int[] approvals)
    {
        var left = share;
        foreach (var option in approvals)
        {
            if (purchase[option] >= 0)
            {
                left -= paid[purchase[option]];
            }
        }

        return left;
    }

    /// <summary>By <see cref="Denominator"/>: the money of many, counted by what they have paid for.</summary>
    public BigInteger Left(Int128 voters, Int128[] paidBy)
    {
        var left = share * voters;
        for (var index = 0; index < paid.Count; index++)
        {
            left -= paid[index] * paidBy[index];
        }

        return left;
    }

    /// <summary>Adds, for each purchase that these voters approve, their number.</summary>
    public void Count(int[] approvals, long weight, Int128[] paidBy)
    {
        foreach (var option in approvals)
        {
            if (purchase[option] >= 0)
            {
                paidBy[purchase[option]] += weight;
            }
        }
    }

    /// <param name="option">What is funded.</param>
    /// <param name="most">What each pays who can.</param>
    public void Pay(int option, Fraction most)
    {
        var factor = most.Denominator / BigInteger.GreatestCommonDivisor(Denominator, most.Denominator);
        if (!factor.IsOne)
        {
            Denominator *= factor;
            share *= factor;
            for (var index = 0; index < paid.Count; index++)
            {
                paid[index] *= factor;
            }
        }

        purchase[option] = paid.Count;
        paid.Add(most.Numerator * (Denominator / most.Denominator));
    }
}
