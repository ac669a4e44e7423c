using EssConsult.Seating.Wishes;

namespace EssConsult.Seating.Tests.Wishes;

/// <summary>Days that fit in the head.</summary>
internal static class Days
{
    public static WishRequest TwoForOneSeat { get; } = OneSlot([new("only", "am", "only", 1)], Alone("Ana", "only"), Alone("Bruno", "only"));

    public static WishRequest OneSlot(IReadOnlyList<Workshop> workshops, params WishBallot[] ballots) =>
        new() { Seed = "2027-03-14", Slots = ["am"], Workshops = workshops, Ballots = ballots };

    public static WishBallot Alone(string person, params string[] wishes) => Group(person, 1, wishes);

    public static WishBallot Group(string person, int seats, params string[] wishes) =>
        new() { PersonId = person, Seats = seats, Wishes = new Dictionary<string, IReadOnlyList<string>> { ["am"] = wishes } };
}
