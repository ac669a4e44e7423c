using EssConsult.Voting.Counting;

namespace EssConsult.Voting.Paper;

/// <summary>What is typed of a batch: figures for each option, or one ballot on each line where a figure would not tell enough.</summary>
internal sealed class BatchEntry
{
    public const int LongestName = 100;

    public string? Name { get; set; }

    public BatchKind Kind { get; set; }

    public long? Weight { get; set; }

    /// <summary>Of papers in the box; may be left out for a show of hands that each person raises once.</summary>
    public long? Ballots { get; set; }

    /// <summary>By <see cref="FieldOf"/>.</summary>
    public Dictionary<string, long?> Votes { get; set; } = [];

    /// <summary>By question.</summary>
    public Dictionary<string, long?> Blank { get; set; } = [];

    public Dictionary<string, long?> Spoiled { get; set; } = [];

    public string? Lines { get; set; }

    public static string FieldOf(BallotQuestion question, string key) => $"{question.Id}-{key}";

    /// <summary>Whether figures are enough: then nobody types ballots one by one.</summary>
    public static bool IsCounted(BallotRule rule) => rule.Questions.All(HandCounts.Fit);

    /// <summary>Whether the number of ballots has to be told: figures alone do not tell it.</summary>
    public static bool NeedsTotal(BallotRule rule, BatchKind kind) => IsCounted(rule) && (kind == BatchKind.Paper || !rule.Questions.All(IsOne));

    public static BatchEntry Of(BallotRule rule, PaperBatch batch)
    {
        var (read, entry) = (PaperBatches.Read(batch), new BatchEntry { Name = batch.Name, Kind = batch.Kind, Weight = batch.Weight, Ballots = batch.Ballots });
        entry.Lines = PaperLines.Write(rule, read.Lines);
        foreach (var sums in read.Sums ?? [])
        {
            var question = rule.Questions.First(known => known.Id == sums.Question);
            (entry.Blank[question.Id], entry.Spoiled[question.Id]) = (sums.Blank, sums.Spoiled);
            foreach (var key in HandCounts.KeysOf(question))
            {
                entry.Votes[FieldOf(question, key)] = sums.Votes.GetValueOrDefault(key);
            }
        }

        return entry;
    }

    /// <exception cref="RuleException">The figures contradict each other.</exception>
    public (BoxBatch Batch, IReadOnlyList<LineFault> Faults) Read(BallotRule rule, long weight)
    {
        var name = TypedText.Line(Name, LongestName) is { Length: > 0 } typed ? typed : throw new RuleException("batch.no-name", "Donnez un nom au lot.") { Field = "Entry.Name" };
        if (IsCounted(rule))
        {
            return (new BoxBatch(name, []) { Sums = Sums(rule, weight) }, []);
        }

        var (ballots, faults) = PaperLines.Read(rule, Lines);
        var batch = BallotBox.Batch(name, ballots.Select(ballot => (ballot.Choice, weight, ballot.Count)));
        return faults.Count > 0 || Ballots is null || Ballots == batch.Ballots ? (batch, faults)
            : throw new RuleException("batch.total", "{0} bulletins sont tapés, vous en annoncez {1}.", batch.Ballots, Ballots) { Field = "Entry.Ballots" };
    }

    private static bool IsOne(BallotQuestion question) => Choices.ShapeOf(question.Rule.Method) is not ChoiceShape.Some;

    private List<BoxSums> Sums(BallotRule rule, long weight)
    {
        if (Ballots is null && NeedsTotal(rule, Kind))
        {
            throw new RuleException("batch.no-total", Kind == BatchKind.Paper ? "Dites combien de bulletins l’urne contenait." : "Dites combien de personnes ont voté : chacune a pu lever la main plusieurs fois.") { Field = "Entry.Ballots" };
        }

        if (Votes.Values.Concat(Blank.Values).Concat(Spoiled.Values).Append(Ballots).Any(figure => figure is < 0 or > 1_000_000))
        {
            throw new RuleException("batch.figure", "Un compte est un nombre de 0 à un million.");
        }

        var ballots = Ballots ?? rule.Questions.Max(Given);
        return [.. rule.Questions.Select(question => SumsOf(question, weight, ballots))];
    }

    private long Given(BallotQuestion question) => HandCounts.KeysOf(question).Sum(key => Votes.GetValueOrDefault(FieldOf(question, key)) ?? 0) + (Blank.GetValueOrDefault(question.Id) ?? 0) + (Spoiled.GetValueOrDefault(question.Id) ?? 0);

    private BoxSums SumsOf(BallotQuestion question, long weight, long ballots)
    {
        var votes = HandCounts.KeysOf(question).Select(key => (key, Votes: Votes.GetValueOrDefault(FieldOf(question, key)) ?? 0)).Where(pair => pair.Votes > 0).ToDictionary(pair => pair.key, pair => pair.Votes);
        var (blank, spoiled) = (Blank.GetValueOrDefault(question.Id) ?? 0, Spoiled.GetValueOrDefault(question.Id) ?? 0);

        // Whoever raised no hand said nothing; where hands may be raised several times, so many at least.
        blank += Kind == BatchKind.Hands ? Math.Max(0, ballots - Given(question)) : 0;
        var sums = new BoxSums(question.Id, weight, votes, ballots - blank - spoiled, blank, spoiled);
        if (HandCounts.CanBe(question, sums))
        {
            return sums;
        }

        throw IsOne(question)
            ? new RuleException("batch.sum", "« {0} » : {1} voix, {2} blancs et {3} nuls ne font pas {4} bulletins.", question.Title, votes.Values.Sum(), blank, spoiled, ballots)
            : new RuleException("batch.picks", "« {0} » : {1} voix ne peuvent pas venir de {2} bulletins valables, de {3} choix au plus chacun.", question.Title, votes.Values.Sum(), ballots - blank - spoiled, HandCounts.MostOf(question));
    }
}
