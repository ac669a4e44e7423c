using System.Numerics;

namespace EssConsult.Tally.Methods;

/// <summary>
/// From what equal shares leave them, all voters earn at the same pace. As soon as the supporters of an option have its cost they pay with all they have; of equals the
/// cheaper, then the more voted, then the drawn order. An option dearer than what the budget leaves is skipped or ends it (<see cref="Fit"/>).
/// </summary>
/// <remarks>Source: X. Mora and M. Oliver, « Eleccions mitjançant el vot d'aprovació. El mètode de Phragmén i algunes variants », 2015; as second phase, M. Brill and others, « Phragmén's voting methods », 2017.</remarks>
internal sealed class PhragmenCompletion
{
    private readonly Counting counting;
    private readonly ShareOwners voters;
    private readonly Spending spending;
    private readonly BigInteger[] left;
    private readonly BigInteger denominator;
    private readonly BigInteger[] firstMoney;
    private readonly int[] lastPaid;
    private readonly List<Fraction> times = [];
    private readonly List<long[]> payers = [];

    public PhragmenCompletion(Counting counting, ShareOwners voters, SharesRun run, Spending spending)
    {
        (this.counting, this.voters, this.spending) = (counting, voters, spending);
        left = run.Left(out denominator);
        firstMoney = [.. voters.Supporters.Select(groups => groups.Aggregate(BigInteger.Zero, (sum, group) => sum + (left[group] * voters.Weights[group])))];
        lastPaid = [.. Enumerable.Repeat(-1, left.Length)];
    }

    public void Run()
    {
        var open = Enumerable.Range(0, voters.Votes.Length).Where(option => voters.Votes[option] > 0 && !spending.IsFunded(option)).ToList();
        while (open.Count > 0)
        {
            var timed = open.Select(option => (Option: option, Time: TimeOf(option))).ToList();
            var soonest = timed.Min(pair => pair.Time);
            var equals = Prefer([.. timed.Where(pair => pair.Time == soonest).Select(pair => pair.Option)]);
            var option = equals[0];
            if (counting.CostOf(option) > spending.Left)
            {
                // Equals have one cost: none of them fits.
                counting.Say(TraceKind.TooDear, [option], ("cost", counting.CostOf(option)), ("left", spending.Left));
                if (counting.Rule.Fit == Fit.Stop)
                {
                    counting.Say(TraceKind.Stopped, [], ("left", spending.Left));
                    return;
                }
            }
            else
            {
                if (equals.Count > 1)
                {
                    if (counting.Draw(equals, 1) is not { } drawn)
                    {
                        counting.LeaveOpen(equals, 1);
                        return;
                    }

                    option = drawn[0];
                }

                spending.Fund(option, ("time", soonest));
                Pay(option, soonest);
            }

            open.Remove(option);
        }
    }

    private List<int> Prefer(List<int> equals)
    {
        var cheapest = equals.Min(counting.CostOf);
        var most = equals.Where(option => counting.CostOf(option) == cheapest).Max(option => voters.Votes[option]);
        return [.. equals.Where(option => counting.CostOf(option) == cheapest && voters.Votes[option] == most)];
    }

    /// <summary>When the supporters will have the cost together.</summary>
    private Fraction TimeOf(int option)
    {
        var need = counting.CostOf(option) - new Fraction(firstMoney[option], denominator);
        foreach (var (index, time) in times.Index())
        {
            need += time * payers[index][option];
        }

        return need / voters.Votes[option];
    }

    private void Pay(int funded, Fraction time)
    {
        var now = new long[voters.Votes.Length];
        foreach (var group in voters.Supporters[funded])
        {
            foreach (var option in voters.Approvals[group])
            {
                now[option] += voters.Weights[group];
                if (lastPaid[group] < 0)
                {
                    firstMoney[option] -= left[group] * voters.Weights[group];
                }
                else
                {
                    payers[lastPaid[group]][option] -= voters.Weights[group];
                }
            }

            lastPaid[group] = times.Count;
        }

        times.Add(time);
        payers.Add(now);
    }
}
