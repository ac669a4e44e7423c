using System.Numerics;

namespace EssConsult.Tally.Methods;

/// <summary>
/// Equal shares once, with shares of one size. Each voter's money is held twice: as a 62-bit integer that is wrong by a known number of units at most, and, for
/// whoever asks, exactly (<see cref="ExactShares"/>). What the bounds decide is decided; whatever they leave open is computed exactly. So no decision hangs on rounding.
/// </summary>
internal sealed class SharesRun
{
    private const long Unknown = long.MaxValue;

    private readonly Counting counting;
    private readonly ShareOwners voters;
    private readonly Fraction share;
    private readonly ExactShares exact;
    private readonly int[][] supporters;
    private readonly long[] money;
    private readonly long[] lowest, highest;
    private readonly long[] costs;
    private readonly int shift;

    public SharesRun(Counting counting, ShareOwners voters, Fraction share)
    {
        (this.counting, this.voters, this.share) = (counting, voters, share);
        exact = new ExactShares(share, voters.Votes.Length);
        supporters = [.. voters.Supporters.Select(groups => (int[])groups.Clone())];
        costs = [.. voters.Votes.Select((_, option) => counting.CostOf(option))];
        (lowest, highest) = (new long[costs.Length], new long[costs.Length]);
        shift = 61 - (int)(share.Numerator / share.Denominator).GetBitLength();
        money = new long[voters.Weights.Length];
        Array.Fill(money, Units(share));
    }

    /// <summary>By how many units a voter's money may be wrong.</summary>
    private long Doubt => exact.Purchases + 1;

    public SharesOutcome Run()
    {
        List<Purchase> purchases = [];
        Int128 cost = 0;
        var affordable = Enumerable.Range(0, costs.Length).Where(option => voters.Votes[option] > 0).ToList();
        while (Cheapest(affordable) is { Count: > 0 } best)
        {
            var equals = Prefer(best);
            var drawn = equals.Count == 1 || counting.Rule.Ties.Seed is null ? null : equals.Select(payment => payment.Option).OrderBy(counting.PlaceOf).ToArray();
            if (equals.Count > 1 && drawn is null)
            {
                return new SharesOutcome(share, purchases, cost, [.. equals.Select(payment => payment.Option).Order()], this);
            }

            var chosen = drawn is null ? equals[0] : equals.Single(payment => payment.Option == drawn[0]);
            purchases.Add(new Purchase(chosen.Option, chosen.Most, Price(chosen), drawn));
            cost += costs[chosen.Option];
            affordable.Remove(chosen.Option);
            Pay(chosen);
        }

        return new SharesOutcome(share, purchases, cost, null, this);
    }

    /// <summary>By group of voters: what the outcome leaves them, by <paramref name="denominator"/>.</summary>
    public BigInteger[] Left(out BigInteger denominator)
    {
        denominator = exact.Denominator;
        return [.. voters.Approvals.Select((approvals, group) => money[group] < 0 ? BigInteger.Zero : exact.Left(approvals))];
    }

    private long Units(Fraction value) => (long)((value.Numerator << shift) / value.Denominator);

    /// <summary>Those that cost least for a unit of utility; whatever can no longer be paid leaves the list.</summary>
    private List<Payment> Cheapest(List<int> affordable)
    {
        affordable.Sort((a, b) => Compare(lowest[a], a, lowest[b], b) is not 0 and var order ? order : a.CompareTo(b));
        List<int> near = [];
        var best = -1;
        foreach (var option in affordable.ToArray())
        {
            if (best >= 0 && Compare(lowest[option], option, highest[best], best) > 0)
            {
                break;
            }

            if (!Bound(option))
            {
                affordable.Remove(option);
                continue;
            }

            near.Add(option);
            best = best < 0 || Compare(highest[option], option, highest[best], best) < 0 ? option : best;
        }

        List<Payment> payments = [];
        foreach (var option in near.Where(option => Compare(lowest[option], option, highest[best], best) <= 0))
        {
            if (Solve(option) is not { } payment)
            {
                // It may have hidden others, which must be looked at.
                affordable.Remove(option);
                return Cheapest(affordable);
            }

            payments.Add(payment);
        }

        return Least(payments);
    }

    private List<Payment> Least(List<Payment> payments)
    {
        if (payments.Count <= 1)
        {
            return payments;
        }

        var least = payments.Min(Price);
        return [.. payments.Where(payment => Price(payment) == least)];
    }

    private List<Payment> Prefer(List<Payment> equals)
    {
        var cheapest = equals.Min(payment => costs[payment.Option]);
        var most = equals.Where(payment => costs[payment.Option] == cheapest).Max(payment => voters.Votes[payment.Option]);
        return [.. equals.Where(payment => costs[payment.Option] == cheapest && voters.Votes[payment.Option] == most)];
    }

    private Fraction Price(Payment payment) => counting.Rule.Utility == Utility.Cost ? payment.Most / costs[payment.Option] : payment.Most;

    private int Compare(long a, int optionA, long b, int optionB) =>
        counting.Rule.Utility == Utility.Cost ? ((Int128)a * costs[optionB]).CompareTo((Int128)b * costs[optionA]) : a.CompareTo(b);

    /// <summary>Bounds of what a supporter pays at most. False where the supporters surely cannot pay.</summary>
    private bool Bound(int option)
    {
        Int128 total = 0, weight = 0;
        var groups = supporters[option].AsSpan();
        var kept = 0;
        foreach (var group in groups)
        {
            if (money[group] >= 0)
            {
                groups[kept++] = group;
                total += Math.BigMul(voters.Weights[group], money[group]);
                weight += voters.Weights[group];
            }
        }

        supporters[option] = kept < groups.Length ? groups[..kept].ToArray() : supporters[option];
        var (cost, doubt) = ((Int128)costs[option] << shift, weight * Doubt);
        if (total + doubt < cost)
        {
            return false;
        }

        lowest[option] = Math.Max(lowest[option], Fill(option, cost - doubt, weight) - 1);
        highest[option] = total < cost + doubt ? Unknown : Fill(option, cost + doubt, weight) + 1;
        return true;
    }

    /// <summary>What each pays, if whoever has less gives all, for the target to be met; by the integers, rounded down.</summary>
    private long Fill(int option, Int128 target, Int128 weight)
    {
        var groups = supporters[option];
        long most = 0;
        Int128 given = 0;
        for (var rest = weight; rest > 0;)
        {
            var next = (target - given) / rest;
            if (next <= most || next > long.MaxValue - 1)
            {
                return Math.Max(most, (long)Int128.Min(next, long.MaxValue - 1));
            }

            most = (long)next;
            (given, rest) = (0, 0);
            foreach (var group in groups)
            {
                var has = money[group];
                if (has <= most)
                {
                    given += Math.BigMul(voters.Weights[group], has);
                }
                else
                {
                    rest += voters.Weights[group];
                }
            }
        }

        return most;
    }

    /// <summary>Exactly what a supporter pays at most; <see langword="null"/> where they cannot pay.</summary>
    private Payment? Solve(int option)
    {
        List<int> exhausted = [];
        List<(int Group, BigInteger Left)> unsure = [];
        var paidBy = new Int128[exact.Purchases];
        Int128 poor = 0, rest = 0;
        foreach (var group in supporters[option])
        {
            var weight = voters.Weights[group];
            if (money[group] + Doubt < lowest[option])
            {
                exact.Count(voters.Approvals[group], weight, paidBy);
                exhausted.Add(group);
                poor += weight;
                continue;
            }

            rest += weight;
            if (money[group] - Doubt <= highest[option])
            {
                unsure.Add((group, exact.Left(voters.Approvals[group])));
            }
        }

        var need = (costs[option] * exact.Denominator) - exact.Left(poor, paidBy);
        foreach (var (group, left) in unsure.OrderBy(pair => pair.Left).TakeWhile(pair => pair.Left * rest <= need))
        {
            need -= left * voters.Weights[group];
            rest -= voters.Weights[group];
            exhausted.Add(group);
            if (rest == 0)
            {
                return need.IsZero ? new Payment(option, new Fraction(left, exact.Denominator), exhausted) : null;
            }
        }

        return rest == 0 ? null : new Payment(option, new Fraction(need, exact.Denominator * rest), exhausted);
    }

    private void Pay(Payment payment)
    {
        var units = Units(payment.Most);
        foreach (var group in payment.Exhausted)
        {
            money[group] = -1;
        }

        foreach (var group in supporters[payment.Option])
        {
            money[group] = money[group] < 0 ? -1 : Math.Max(0, money[group] - units);
        }

        exact.Pay(payment.Option, payment.Most);
    }

    /// <param name="Option">What could be funded.</param>
    /// <param name="Most">What a supporter pays who can.</param>
    /// <param name="Exhausted">Groups that then have nothing left.</param>
    private sealed record Payment(int Option, Fraction Most, List<int> Exhausted);
}
