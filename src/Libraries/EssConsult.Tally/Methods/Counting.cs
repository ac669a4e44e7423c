namespace EssConsult.Tally.Methods;

/// <summary>One count under way: what the method reads, and what it says.</summary>
internal sealed class Counting
{
    private readonly SortedDictionary<string, Fraction>[] figures;
    private readonly List<TraceStep> trace = [];
    private readonly long[] fates = new long[4];
    private QuorumVerdict? quorum;
    private int[]? places;

    public Counting(TallyRule rule, Ballots ballots, Method method)
    {
        (Rule, Ballots, Method, Options) = (rule, ballots, method, ballots.Options);
        figures = [.. Options.Select(_ => new SortedDictionary<string, Fraction>(StringComparer.Ordinal))];
        Valid = new List<int>(ballots.Rows);
        for (var row = 0; row < ballots.Rows; row++)
        {
            var ballot = ballots[row];
            var fate = method.Judge(ballot, this);
            fates[(int)fate] += ballot.Count;
            if (fate == Fate.Valid)
            {
                Valid.Add(row);
            }
        }
    }

    public TallyRule Rule { get; }

    public Ballots Ballots { get; }

    public Method Method { get; }

    public OptionList Options { get; }

    /// <summary>Rows of the ballots that count.</summary>
    public List<int> Valid { get; }

    public long ValidVotes => fates[(int)Fate.Valid];

    public long Abstained => fates[(int)Fate.Abstained];

    public bool IsOpen => Tied.Count > 0;

    public int Seats => Rule.Seats ?? 1;

    public List<int> Winners { get; } = [];

    public List<List<int>> Ranking { get; set; } = [];

    public MajorityVerdict? Majority { get; set; }

    public long Exhausted { get; set; }

    private List<int> Tied { get; set; } = [];

    private int Open { get; set; }

    public void CheckQuorum()
    {
        if (Rule.Quorum is { } rule)
        {
            var needed = rule.Of == QuorumBase.Electorate ? rule.Needed * Ballots.Electorate!.Value : rule.Needed;
            quorum = new QuorumVerdict(needed, Ballots.Total, Ballots.Total >= needed);
            Say(quorum.Reached ? TraceKind.QuorumReached : TraceKind.QuorumMissed, [], ("needed", needed), ("cast", Ballots.Total));
        }
    }

    /// <summary>Of how many a majority is a part.</summary>
    public long BaseOf(Majority majority) => majority.Base switch
    {
        MajorityBase.Cast => Ballots.Total,
        MajorityBase.Electorate => Ballots.Electorate!.Value,
        _ => ValidVotes,
    };

    public long CostOf(int option) => Rule.Costs![Options[option]];

    public void Figure(string name, int option, Fraction value) => figures[option][name] = value;

    public void Figure(string name, Func<int, Fraction> value)
    {
        for (var option = 0; option < Options.Count; option++)
        {
            figures[option][name] = value(option);
        }
    }

    public void Say(TraceKind kind, IEnumerable<int> options, params ReadOnlySpan<(string Name, Fraction Value)> numbers) => Values(kind, options, null, numbers);

    public void Values(TraceKind kind, IEnumerable<int> options, IEnumerable<(int Option, Fraction Value)>? values, params ReadOnlySpan<(string Name, Fraction Value)> numbers)
    {
        var named = new SortedDictionary<string, Fraction>(StringComparer.Ordinal);
        foreach (var (name, value) in numbers)
        {
            named[name] = value;
        }

        SortedDictionary<string, Fraction>? byOption = null;
        foreach (var (option, value) in values ?? [])
        {
            (byOption ??= new SortedDictionary<string, Fraction>(StringComparer.Ordinal))[Options[option]] = value;
        }

        trace.Add(new TraceStep(kind, Ids(options), named, byOption));
    }

    /// <summary>Equals in the order that the seed draws, and it is said; <see langword="null"/> where the rule lists ties.</summary>
    public int[]? Draw(IReadOnlyCollection<int> equals, int wanted)
    {
        Say(TraceKind.Tie, equals.Order(), ("places", wanted));
        if (Rule.Ties.Seed is null)
        {
            return null;
        }

        var drawn = equals.OrderBy(PlaceOf).ToArray();
        Say(TraceKind.TieDrawn, drawn, ("places", wanted));
        return drawn;
    }

    /// <summary>An option's place in the drawn order.</summary>
    public int PlaceOf(int option) => (places ??= Rule.Ties.Places(Options))[option];

    /// <summary>The count ends between equals.</summary>
    public void LeaveOpen(IEnumerable<int> equals, int wanted) => (Tied, Open) = ([.. equals.Order()], wanted);

    /// <summary>The first of the ranking win; equals for whom there are too few places are drawn, or left open. Whoever <paramref name="mayWin"/> refuses does not win.</summary>
    public void ElectFirst(Func<int, bool>? mayWin = null)
    {
        var left = ValidVotes == 0 ? 0 : Seats;
        foreach (var group in Ranking)
        {
            var able = mayWin is null ? group : [.. group.Where(mayWin)];
            if (able.Count == 0 || left == 0)
            {
                continue;
            }

            IEnumerable<int>? elected = able.Count <= left ? able : Draw(able, left)?.Take(left);
            if (elected is null)
            {
                LeaveOpen(able, left);
                return;
            }

            Winners.AddRange(elected);
            left -= Math.Min(left, able.Count);
        }

        if (Winners.Count > 0)
        {
            Say(TraceKind.Elected, Winners);
        }
    }

    /// <summary>Groups of equals, the greatest value first.</summary>
    public List<List<int>> RankBy(Comparison<int> compare)
    {
        var order = Enumerable.Range(0, Options.Count).ToList();
        order.Sort((a, b) => compare(b, a) is not 0 and var decided ? decided : a.CompareTo(b));
        List<List<int>> groups = [];
        foreach (var option in order)
        {
            if (groups.Count > 0 && compare(groups[^1][0], option) == 0)
            {
                groups[^1].Add(option);
            }
            else
            {
                groups.Add([option]);
            }
        }

        return groups;
    }

    public TallyResult Result()
    {
        var counts = quorum is not { Reached: false };
        return new TallyResult
        {
            Method = Rule.Method,
            Ballots = new BallotCounts(Ballots.Total, ValidVotes, fates[(int)Fate.Blank], fates[(int)Fate.Abstained], fates[(int)Fate.Spoiled], Exhausted),
            Quorum = quorum,
            Majority = Majority,
            Winners = counts ? Ids(Winners) : [],
            Tied = counts ? Ids(Tied) : [],
            Open = counts ? Open : 0,
            Ranking = [.. Ranking.Select(Ids)],
            Options = [.. Options.Select((id, option) => new OptionFigures(id, figures[option]))],
            Trace = trace,
        };
    }

    private string[] Ids(IEnumerable<int> options) => [.. options.Select(option => Options[option])];
}
