using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Product;

/// <summary>The product's limits, on the seed's database.</summary>
internal static class ProductScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        Reading.Cached("home-cached", "home, anonymous, from the output cache", "/"),
        Reading.Cached("page-cached", "contribution page, anonymous, from the output cache", Reading.Contribution),
        Reading.Cached("list-cached", "list of contributions, anonymous, from the output cache", Reading.List),
        Reading.Uncached("page", "contribution page with 10 comments, anonymous, past the cache", Reading.Contribution),
        Reading.Uncached("list", "list of contributions, anonymous, past the cache", Reading.List),
        Reading.SignedIn("page-signed-in", "contribution page, 300 people signed in", Reading.Contribution),
        Reading.SignedIn("list-signed-in", "list of contributions, 300 people signed in", Reading.List),
        Writing.Comment,
        Writing.Contribution,
        Registering.Seat,
        Casting.Vote,
        CheckingIn.Empty,
        CheckingIn.Passage,
        Circuits.Ten,
        Reading.Searching(),
    ];
}
