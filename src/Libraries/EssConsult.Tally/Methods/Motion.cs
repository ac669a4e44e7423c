namespace EssConsult.Tally.Methods;

/// <summary>
/// For, against, abstention on one motion. Carried when those for are the part of the base that <see cref="Majority"/> says; more than half of those expressed
/// when the rule says nothing, so that equal numbers reject it. Abstentions and blank ballots are not expressed; they weigh against only under a base of all ballots or of the electorate.
/// </summary>
/// <remarks>Figures: for, against, abstain. Source: règlement de l'Assemblée nationale, art. 68 (majorité absolue des suffrages exprimés; égalité: non adoptée).</remarks>
internal sealed class Motion : Method
{
    protected override bool Accepts(Ballot ballot, Counting counting) => ballot.Kind == BallotKind.Mark;

    public override void Count(Counting counting)
    {
        var votes = new long[2];
        foreach (var row in counting.Valid)
        {
            votes[counting.Ballots[row].Data[0]] += counting.Ballots[row].Count;
        }

        var abstained = counting.Abstained;
        counting.Figure("for", 0, votes[(int)Mark.For]);
        counting.Figure("against", 0, votes[(int)Mark.Against]);
        counting.Figure("abstain", 0, abstained);
        counting.Say(TraceKind.Counted, [0], ("for", votes[(int)Mark.For]), ("against", votes[(int)Mark.Against]), ("abstain", abstained));
        counting.Ranking = [[0]];
        if (counting.ReachesMajority(0, votes[(int)Mark.For], counting.Rule.Majority ?? Majority.Simple))
        {
            counting.Winners.Add(0);
        }

        counting.CloseMajority(counting.Rule.Majority ?? Majority.Simple);
    }
}
