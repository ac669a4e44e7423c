namespace EssConsult.BallotScreening;

/// <summary>
/// Sorts the ballots of an open vote into those for the box and those that wait for the commission, each with its reasons. The ballots pass twice, in the order in which they came: once to be
/// counted by what they have in common, once to be judged. Only what occurs often is kept in memory. The same ballots and criteria give the same verdicts.
/// </summary>
public sealed class BallotScreen
{
    private readonly ScreeningCriteria criteria;
    private readonly GroupCounts addresses, tokens, skeletons, shapes, networks, wholeSkeletons, domains, wholeDomains, minutes;

    private BallotScreen(ScreeningCriteria criteria)
    {
        this.criteria = criteria;
        GroupCounts Counts() => new(criteria.Capacity);
        (addresses, tokens, skeletons, shapes, networks) = (Counts(), Counts(), Counts(), Counts(), Counts());
        (wholeSkeletons, domains, wholeDomains, minutes) = (Counts(), Counts(), Counts(), Counts());
    }

    /// <param name="ballots">Gives the same ballots each time it is asked, by time.</param>
    /// <param name="criteria">Published.</param>
    /// <exception cref="ArgumentException">A ballot is older than the one before.</exception>
    public static IEnumerable<ScreeningVerdict> Screen(Func<IEnumerable<ScreenedBallot>> ballots, ScreeningCriteria criteria)
    {
        var screen = new BallotScreen(criteria);
        var before = DateTime.MinValue;
        foreach (var ballot in ballots())
        {
            before = ballot.At >= before ? ballot.At : throw new ArgumentException($"Ballot {ballot.Id} is older than the one before.", nameof(ballots));
            screen.Add(ballot);
        }

        return screen.Judge(ballots());
    }

    private IEnumerable<ScreeningVerdict> Judge(IEnumerable<ScreenedBallot> ballots)
    {
        // Of two spellings the first stays.
        HashSet<ulong> twice = [];
        foreach (var ballot in ballots)
        {
            var isFirst = addresses.Count(Mailbox(ballot)) < 2 || twice.Add(Mailbox(ballot));
            yield return Judge(ballot, isFirst);
        }
    }

    private void Add(ScreenedBallot ballot)
    {
        var address = ballot.Address;
        addresses.Add(Mailbox(ballot), ballot.At);
        tokens.Add(ballot.Token, ballot.At);
        skeletons.Add(Both(address.Skeleton, ballot.Choices), ballot.At);
        shapes.Add(Both(address.Shape, ballot.Choices), ballot.At);
        networks.Add(Both(ballot.Prefix, ballot.Choices), ballot.At);
        domains.Add(Both(address.Domain, ballot.Choices), ballot.At);
        wholeDomains.Add(address.Domain, ballot.At);
        wholeSkeletons.Add(address.Skeleton, ballot.At);
        if (ballot.OnForm < criteria.Hurried)
        {
            minutes.Add(Minute(ballot), ballot.At);
        }
    }

    private ScreeningVerdict Judge(ScreenedBallot ballot, bool isFirst)
    {
        var reasons = ballot.Address.IsDisposable ? ScreeningReasons.Disposable : ScreeningReasons.None;
        reasons |= !isFirst || addresses.Count(Mailbox(ballot)) >= criteria.AliasSpellings ? ScreeningReasons.Alias : 0;
        reasons |= tokens.Count(ballot.Token) > criteria.TokenUses ? ScreeningReasons.Token : 0;
        reasons |= IsSequence(ballot) ? ScreeningReasons.Sequence : 0;
        reasons |= ballot.OnForm < criteria.Hurried && minutes.Count(Minute(ballot)) >= criteria.BurstPerMinute ? ScreeningReasons.Burst : 0;
        reasons |= IsDrip(ballot) ? ScreeningReasons.Drip : 0;
        reasons |= IsPattern(ballot) ? ScreeningReasons.Pattern : 0;
        return new ScreeningVerdict(ballot.Id, reasons);
    }

    private bool IsSequence(ScreenedBallot ballot)
    {
        var alike = skeletons.Count(Both(ballot.Address.Skeleton, ballot.Choices));
        return alike >= criteria.SequenceNames && alike * 100L >= criteria.SequencePercent * (long)wholeSkeletons.Count(ballot.Address.Skeleton);
    }

    private bool IsDrip(ScreenedBallot ballot)
    {
        var (network, domain) = (Both(ballot.Prefix, ballot.Choices), Both(ballot.Address.Domain, ballot.Choices));
        return (networks.Count(network) >= criteria.DripBallots && networks.IsEven(network, criteria.DripSpreadPercent))
            || (!ballot.Address.IsCommonDomain && domains.Count(domain) >= criteria.DripBallots && domains.IsEven(domain, criteria.DripSpreadPercent));
    }

    private bool IsPattern(ScreenedBallot ballot)
    {
        var alike = domains.Count(Both(ballot.Address.Domain, ballot.Choices));
        return !ballot.Address.IsCommonDomain && alike >= criteria.PatternBallots
            && (alike * 100L >= criteria.PatternPercent * (long)wholeDomains.Count(ballot.Address.Domain) || shapes.Count(Both(ballot.Address.Shape, ballot.Choices)) >= criteria.PatternBallots);
    }

    private static ulong Mailbox(ScreenedBallot ballot) => Convert.ToUInt64(ballot.Address.Address[..16], 16);

    private static ulong Minute(ScreenedBallot ballot) => Both((ulong)(ballot.At.Ticks / TimeSpan.TicksPerMinute), ballot.Choices);

    private static ulong Both(ulong a, ulong b)
    {
        var mixed = (a * 0x9E3779B97F4A7C15) ^ (b + 0xD1B54A32D192ED03 + (a << 6) + (a >> 2));
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        return mixed ^ (mixed >> 27);
    }
}
