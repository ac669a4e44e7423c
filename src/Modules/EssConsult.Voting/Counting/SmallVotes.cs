using EssConsult.Voting.Ballots;

namespace EssConsult.Voting.Counting;

/// <summary>Where so few voted in secret that what is published would tell what somebody voted.</summary>
internal static class SmallVotes
{
    /// <summary>Of fewer no result is published: a vote of four that agree says what each of them wants.</summary>
    public const int SmallestResult = 5;

    /// <summary>Of fewer, each ballot could be somebody's handwriting: their result alone is published.</summary>
    public const int SmallestBox = 10;

    public static bool ShowsResult(Ballot ballot) => ballot is { Result: not null, Box: { } box } && (ballot.Plan.Regime == BallotRegime.Open || CountOf(BallotBox.Read(box).Batches) >= SmallestResult);

    public static bool ShowsBox(Ballot ballot) => ballot.Box is { } box && (ballot.Plan.Regime == BallotRegime.Open || CountOf(BallotBox.Read(box).Batches) >= SmallestBox);

    private static long CountOf(IEnumerable<BoxBatch> batches) => batches.Sum(batch => batch.Ballots);
}
