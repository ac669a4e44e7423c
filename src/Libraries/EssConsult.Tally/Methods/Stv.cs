namespace EssConsult.Tally.Methods;

/// <summary>
/// Several seats, the Scottish way: quota of Droop; whoever has it is elected; the largest surplus passes on all the ballots of its owner, each at a value
/// reduced to five decimals, the rest cut off; without surplus the last is excluded and its ballots pass on at the value they have. When as many stand as seats are left,
/// they are elected. Equals: the latest stage that tells them apart, then the draw; without a seed the count stops there. A ballot without a single first choice is
/// spoiled; one passes on to nobody behind its last choice, or where two are equal.
/// </summary>
/// <remarks>
/// Figures: votes (in the last stage counted for the option), round (that one). Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52.
/// </remarks>
internal sealed class Stv : Method
{
    protected override bool Accepts(Ballot ballot, Counting counting) => ballot.Kind == BallotKind.Ranking && ballot.Data[0] < 0;

    public override void Count(Counting counting)
    {
        var count = new StvCount(counting);
        count.CountFirst();
        while (count.ElectAndGoOn() && (count.TransferSurplus() ?? count.Exclude()))
        {
            count.CloseStage();
        }

        count.Rank();
    }
}
