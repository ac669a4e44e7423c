namespace EssConsult.Tally.Methods;

/// <summary>What becomes of a ballot under a method.</summary>
internal enum Fate
{
    Valid,
    Blank,
    Abstained,
    Spoiled,
}

/// <summary>A way to count. It judges each ballot by itself, then counts the valid ones.</summary>
internal abstract class Method
{
    /// <summary>The kind of ballot that it counts; blank and spoiled ballots and declared abstentions are known to all.</summary>
    protected abstract bool Accepts(Ballot ballot, Counting counting);

    public abstract void Count(Counting counting);

    public virtual Fate Judge(Ballot ballot, Counting counting) => ballot switch
    {
        { IsBlank: true } => Fate.Blank,
        { Kind: BallotKind.Mark } when ballot.Data[0] == (int)Mark.Abstain => Fate.Abstained,
        { Kind: BallotKind.Spoiled } => Fate.Spoiled,
        _ => Accepts(ballot, counting) ? Fate.Valid : Fate.Spoiled,
    };
}
