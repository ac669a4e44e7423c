namespace EssConsult.Seating.Wishes;

public enum WishFate
{
    Obtained,

    /// <summary>People with better numbers hold every seat.</summary>
    Full,

    /// <summary>People with better numbers left some seats, fewer than this group needs.</summary>
    TooFewSeats,

    /// <summary>The same topic was obtained in an earlier slot, so the wish was left out here.</summary>
    TopicObtained,

    /// <summary>A better wish was obtained.</summary>
    NotNeeded,

    /// <summary>One of the <see cref="WishResult.BlockingPairs"/>: groups with a lottery a workshop, and no way found to please all.</summary>
    Unsettled,
}
