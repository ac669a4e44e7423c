namespace EssConsult.Tally.Methods;

/// <summary>
/// Each ballot counts one for every option that it names; the most named win. Naming none is a blank ballot, naming more than the rule allows a spoiled one. An
/// option that nobody named does not win; with a <see cref="Majority"/>, nor does one that misses it (votes of an option by ballots).
/// </summary>
/// <remarks>Figures: votes. Source: S. Brams and P. Fishburn, « Approval Voting », 1978.</remarks>
internal sealed class Approval : Method
{
    protected override bool Accepts(Ballot ballot, Counting counting) =>
        ballot.Kind == BallotKind.Approvals && (counting.Rule.MaxChoices is not { } most || ballot.Data.Length <= most);

    public override void Count(Counting counting) => MostVotes.Elect(counting, Votes(counting));

    internal static long[] Votes(Counting counting)
    {
        var votes = new long[counting.Options.Count];
        foreach (var row in counting.Valid)
        {
            var ballot = counting.Ballots[row];
            foreach (var option in ballot.Data)
            {
                votes[option] += ballot.Count;
            }
        }

        return votes;
    }
}
