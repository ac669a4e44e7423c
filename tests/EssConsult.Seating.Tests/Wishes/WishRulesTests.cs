using EssConsult.Seating.Wishes;

namespace EssConsult.Seating.Tests.Wishes;

public sealed class WishRulesTests
{
    private static readonly WishRequest Good = Days.OneSlot([new("w", "am", "t", 1)], Days.Alone("Ana", "w"));

    public static TheoryData<string, WishRequest> Wrong => new()
    {
        { "The seed is empty", Good with { Seed = " " } },
        { "line break", Good with { Seed = "a\nb" } },
        { "line break", Good with { Ballots = [Days.Alone("a\nb", "w")] } },
        { "slot « am » is there twice", Good with { Slots = ["am", "am"] } },
        { "workshop « w » is there twice", Good with { Workshops = [.. Good.Workshops, .. Good.Workshops] } },
        { "person « Ana » is there twice", Good with { Ballots = [.. Good.Ballots, .. Good.Ballots] } },
        { "slot « pm », which does not exist", Good with { Workshops = [new("w", "pm", "t", 1)] } },
        { "-1 seats", Good with { Workshops = [new("w", "am", "t", -1)] } },
        { "asks for 11 seats", Good with { Ballots = [Days.Group("Ana", 11, "w")] } },
        { "asks for 0 seats", Good with { Ballots = [Days.Group("Ana", 0, "w")] } },
        { "wishes « x », which is not in slot « am »", Good with { Ballots = [Days.Alone("Ana", "x")] } },
        { "wish of « Ana » « w » is there twice", Good with { Ballots = [Days.Alone("Ana", "w", "w")] } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_request_that_contradicts_itself_is_refused_with_the_reason(string reason, WishRequest request) =>
        Should.Throw<ArgumentException>(() => WishAllocation.Allocate(request)).Message.ShouldContain(reason);

    [Fact]
    public void A_placement_that_the_request_does_not_know_cannot_be_checked()
    {
        Should.Throw<ArgumentException>(() => Stability.FindBlockingPairs(Good, [new Placement("Nobody", "am", "w", 1, false, [])]));
        Should.Throw<ArgumentException>(() => Stability.FindBlockingPairs(Good, [new Placement("Ana", "am", "x", 1, false, [])]));
        Should.Throw<ArgumentException>(() => Stability.FindBlockingPairs(Good, [new Placement("Ana", "pm", "w", 1, false, [])]));
    }
}
