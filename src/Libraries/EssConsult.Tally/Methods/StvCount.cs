namespace EssConsult.Tally.Methods;

/// <summary>The stages of a count by <see cref="Stv"/>. Votes and values are integers: hundred thousandths of a ballot.</summary>
internal sealed class StvCount
{
    private const long Whole = 100_000;

    private readonly Counting counting;
    private readonly RoundHistory history;
    private readonly Int128[] votes;
    private readonly bool[] standing;
    private readonly List<Paper>[] papers;
    private readonly List<int> surpluses = [];
    private readonly List<List<int>> elected = [], excluded = [];
    private readonly Int128 quota;
    private int vacancies;

    public StvCount(Counting counting)
    {
        var n = counting.Options.Count;
        (this.counting, history, votes) = (counting, new RoundHistory(counting), new Int128[n]);
        standing = Enumerable.Repeat(true, n).ToArray();
        papers = [.. standing.Select(_ => new List<Paper>())];
        vacancies = counting.ValidVotes == 0 ? 0 : counting.Seats;
        var ballots = (counting.ValidVotes / (counting.Seats + 1)) + 1;
        quota = (Int128)ballots * Whole;
        counting.Say(TraceKind.Quota, [], ("quota", ballots), ("ballots", counting.ValidVotes), ("seats", counting.Seats));
    }

    private IEnumerable<int> Standing => Enumerable.Range(0, standing.Length).Where(option => standing[option]);

    public void CountFirst()
    {
        foreach (var row in counting.Valid)
        {
            Give(~counting.Ballots[row].Data[0], new Paper(row, 0, Whole));
        }

        CloseStage();
    }

    /// <summary>Rules 47 and 52.</summary>
    /// <returns>Whether seats are left over.</returns>
    public bool ElectAndGoOn()
    {
        var reached = Standing.Where(option => vacancies > 0 && votes[option] >= quota).ToList();
        surpluses.AddRange(reached.Where(option => votes[option] > quota));
        Elect(reached);
        if (vacancies > 0 && Standing.Count() <= vacancies)
        {
            Elect([.. Standing]);
            return false;
        }

        return vacancies > 0;
    }

    /// <summary>Rules 48 and 49.</summary>
    /// <returns><see langword="null"/> where there is no surplus, false where only a draw tells whose is first.</returns>
    public bool? TransferSurplus()
    {
        if (surpluses.Count == 0)
        {
            return null;
        }

        var most = surpluses.Max(option => votes[option]);
        List<int> equals = [.. surpluses.Where(option => votes[option] == most)];
        if ((equals.Count == 1 ? equals[0] : history.Decide(equals, most: true, vacancies)) is not { } from)
        {
            return false;
        }

        surpluses.Remove(from);
        Transfer(from, paper => (long)(paper.Value * (most - quota) / most), ("surplus", Votes(most - quota)));
        votes[from] = quota;
        return true;
    }

    /// <summary>Rules 50 and 51; nothing passes on when those who stand can fill the seats (rule 52).</summary>
    /// <returns>False where only a draw tells who is last.</returns>
    public bool Exclude()
    {
        var fewest = Standing.Min(option => votes[option]);
        List<int> equals = [.. Standing.Where(option => votes[option] == fewest)];
        if ((equals.Count == 1 ? equals[0] : history.Decide(equals, most: false, vacancies)) is not { } last)
        {
            return false;
        }

        standing[last] = false;
        excluded.Insert(0, [last]);
        counting.Say(TraceKind.Eliminated, [last], ("round", history.Rounds), ("votes", Votes(fewest)));
        if (Standing.Count() > vacancies)
        {
            Transfer(last, paper => paper.Value, ("votes", Votes(fewest)));
            votes[last] = 0;
        }

        return true;
    }

    public void CloseStage()
    {
        history.Add(votes);
        int[] shown = [.. Standing.Concat(surpluses)];
        counting.Values(TraceKind.Round, [], shown.Select(option => (option, Votes(votes[option]))), ("round", history.Rounds), ("exhausted", counting.Exhausted));
        foreach (var option in shown)
        {
            counting.Figure("votes", option, Votes(votes[option]));
            counting.Figure("round", option, history.Rounds);
        }
    }

    public void Rank() => counting.Ranking = [.. elected, .. Standing.GroupBy(option => votes[option]).OrderByDescending(group => group.Key).Select(group => group.ToList()), .. excluded];

    private static Fraction Votes(Int128 parts) => new(parts, Whole);

    private void Elect(List<int> options)
    {
        foreach (var group in options.GroupBy(option => votes[option]).OrderByDescending(group => group.Key))
        {
            elected.Add([.. group]);
            foreach (var option in group)
            {
                standing[option] = false;
                vacancies--;
                counting.Winners.Add(option);
                counting.Say(TraceKind.Elected, [option], ("round", history.Rounds), ("votes", Votes(group.Key)));
            }
        }
    }

    private void Transfer(int from, Func<Paper, long> value, (string Name, Fraction Value) what)
    {
        var before = votes.ToArray();
        Int128 lost = 0;
        foreach (var paper in papers[from])
        {
            var passed = paper with { Place = NextOf(paper), Value = value(paper) };
            if (passed.Place >= 0)
            {
                Give(~counting.Ballots[paper.Row].Data[passed.Place], passed);
            }
            else
            {
                counting.Exhausted += counting.Ballots[paper.Row].Count;
                lost += counting.Ballots[paper.Row].Count * (Int128)passed.Value;
            }
        }

        papers[from] = [];
        var received = Standing.Where(option => votes[option] > before[option]).Select(option => (option, Votes(votes[option] - before[option])));
        counting.Values(TraceKind.Transferred, [from], received, ("round", history.Rounds + 1), ("exhausted", Votes(lost)), what);
    }

    private int NextOf(Paper paper)
    {
        var ranked = counting.Ballots[paper.Row].Data;
        for (var place = paper.Place + 1; place < ranked.Length && ranked[place] < 0; place++)
        {
            if (standing[~ranked[place]])
            {
                return place;
            }
        }

        return -1;
    }

    private void Give(int option, Paper paper)
    {
        papers[option].Add(paper);
        votes[option] += counting.Ballots[paper.Row].Count * (Int128)paper.Value;
    }

    /// <summary>A ballot, the place of the choice for which it counts, its value.</summary>
    private readonly record struct Paper(int Row, int Place, long Value);
}
