namespace EssConsult.Tally.Methods;

/// <summary>
/// One choice a ballot, the most chosen win. A ballot that ranks counts for its first option; two choices, or two first ones, spoil it. An option that nobody
/// chose does not win; with a <see cref="Majority"/>, nor does one that misses it.
/// </summary>
/// <remarks>Figures: votes.</remarks>
internal sealed class Plurality : Method
{
    protected override bool Accepts(Ballot ballot, Counting counting) =>
        ballot.Kind == BallotKind.Approvals ? ballot.Data.Length == 1 : ballot.Kind == BallotKind.Ranking && ballot.Data[0] < 0;

    public override void Count(Counting counting)
    {
        var votes = new long[counting.Options.Count];
        foreach (var row in counting.Valid)
        {
            var ballot = counting.Ballots[row];
            votes[ballot.Data[0] < 0 ? ~ballot.Data[0] : ballot.Data[0]] += ballot.Count;
        }

        MostVotes.Elect(counting, votes);
    }
}
