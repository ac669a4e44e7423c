namespace EssConsult.Voting.Ballots;

internal enum BallotState
{
    /// <summary>Being prepared: everything can change, nobody sees it.</summary>
    Draft,

    /// <summary>Frozen; votes are taken between its dates.</summary>
    Open,

    /// <summary>No vote is taken any more; nothing is counted yet.</summary>
    Closed,

    /// <summary>The result is published.</summary>
    Counted,
}

/// <summary>A vote. What it depends on is its <see cref="Rule"/>, which the database refuses to change once it is there.</summary>
internal sealed class Ballot
{
    public const int LongestTitle = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Title { get; set; }

    /// <summary>What it is about, in the team's words; plain text.</summary>
    public string? Intro { get; set; }

    public BallotState State { get; private set; }

    /// <summary>The rule while it is prepared.</summary>
    public required string Draft { get; set; }

    /// <summary>The rule as it was frozen, in canonical JSON, and its SHA-256 in lower-case hexadecimal.</summary>
    public string? Rule { get; private set; }

    public string? RuleHash { get; private set; }

    public DateTime? OpensUtc { get; set; }

    public DateTime? ClosesUtc { get; set; }

    /// <summary>The page whose part made this vote.</summary>
    public string? ContentItemId { get; init; }

    /// <summary>The event in whose room it is held.</summary>
    public string? EventId { get; set; }

    /// <summary>What people type who are in the room, for an indicative poll; null for every other vote.</summary>
    public string? RoomCode { get; set; }

    public bool IsDemo { get; init; }

    public DateTime CreatedUtc { get; init; }

    /// <summary>Drawn beside the hash of a list of voters, so that nobody guesses the list from its hash.</summary>
    public string? RollSalt { get; set; }

    public DateTime? OpenedUtc { get; private set; }

    public DateTime? ClosedUtc { get; private set; }

    public DateTime? CountedUtc { get; private set; }

    /// <summary>The weight of all who could vote when it closed: whoever comes afterwards enlarges no quorum. Null where nobody knows.</summary>
    public long? Electors { get; private set; }

    /// <summary>Canonical JSON (<see cref="BallotBox"/>, <see cref="BallotResult"/>) and the result's hash.</summary>
    public string? Box { get; private set; }

    public string? Result { get; private set; }

    public string? ResultHash { get; private set; }

    /// <summary>Who voted, by groups that tell of nobody (<see cref="Counting.Participation"/>, as JSON); read before the link is lost.</summary>
    public string? Participation { get; set; }

    /// <summary>When the link between voters and choices is destroyed; null for a secret vote, which has none.</summary>
    public DateTime? LinkUntilUtc { get; private set; }

    /// <summary>When nothing in the database links a voter to a choice any more, free pages included.</summary>
    public DateTime? UnlinkedUtc { get; set; }

    public BallotRule Plan => BallotRule.Read(Rule ?? Draft);

    /// <summary>As lists know it.</summary>
    public BallotHead Head => new(Id, Title, State, OpensUtc, ClosesUtc, IsDemo);

    public bool TakesVotes(DateTime now) => Head.TakesVotes(now);

    public bool IsOver(DateTime now) => Head.IsOver(now);

    /// <exception cref="RuleException">It is frozen.</exception>
    public void RequireDraft() => Require(BallotState.Draft, "Ce vote est ouvert : sa règle est figée.");

    public void Describe(BallotRule plan)
    {
        RequireDraft();
        (Title, OpensUtc, ClosesUtc, Draft) = (plan.Title, plan.OpensUtc, plan.ClosesUtc, plan.Write());
        EventId = plan.Electorate.Kind is ElectorateKind.Event or ElectorateKind.Room ? plan.Electorate.Of : null;
    }

    public void Open(BallotRule rule, DateTime now)
    {
        Require(BallotState.Draft, "Ce vote est déjà ouvert.");
        Rule = rule.Write();
        (RuleHash, State, OpenedUtc) = (BallotRule.HashOf(Rule), BallotState.Open, now);
    }

    public void Close(long? electors, DateTime now)
    {
        Require(BallotState.Open, "Ce vote n’est pas ouvert.");
        (State, Electors, ClosedUtc) = (BallotState.Closed, electors, now);
    }

    public void Count(BallotBox box, BallotRule rule, DateTime now)
    {
        Require(BallotState.Closed, "Ce vote se dépouille une seule fois, après sa clôture.");
        Box = box.Write();
        Result = Recount.Of(Rule!, Box).Write();
        (ResultHash, State, CountedUtc) = (BallotRule.HashOf(Result), BallotState.Counted, now);
        LinkUntilUtc = rule.Regime == BallotRegime.Open ? now.AddDays(rule.AppealDays) : null;
    }

    private void Require(BallotState state, string otherwise)
    {
        if (State != state)
        {
            throw new RuleException("ballot.state", otherwise);
        }
    }
}
