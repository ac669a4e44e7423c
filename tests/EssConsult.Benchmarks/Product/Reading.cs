using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Product;

/// <summary>Scenarios of people who read.</summary>
internal static class Reading
{
    public const string List = "/contributions";

    /// <summary>HTML alone, without pictures, style sheet and scripts.</summary>
    private const int MaximumBytes = 100 * 1024;

    private const int Readers = 300;

    // Any cookie of the site that may make a page personal sends the request past the cache.
    private const string PastTheCache = """wrk.headers["Cookie"] = "ess.benchmark=1" """;

    public static string Contribution { get; } = "/" + SeedRecipe.ContributionPath(4711);

    public static string Search { get; } = $"/recherche?q={Uri.EscapeDataString(Floors.Data.FloorText.Word(50))}+{Uri.EscapeDataString(Floors.Data.FloorText.Word(60))}";

    public static Scenario Cached(string name, string title, string path) => Page(name, title, path) with
    {
        Against = "static", MinimumRatio = 0.50, Load = (_, _, _) => Task.FromResult(new Load(path)),
    };

    public static Scenario Uncached(string name, string title, string path) => Page(name, title, path) with
    {
        Against = "razor", MinimumRatio = 0.40, Load = (_, _, _) => Task.FromResult(new Load(path, PastTheCache)),
    };

    public static Scenario SignedIn(string name, string title, string path)
    {
        var page = Page(name, title, path);
        return page with
        {
            Against = "razor",
            MinimumRatio = 0.30,
            Load = async (bench, client, ct) =>
            {
                // Everybody's form token and session come from a page that holds a form.
                var visits = await Visit.OpenAsync(client, Cookies.Read(bench.Folder)[..Readers], _ => Contribution, ct);
                return Scripts.Read(visits, path);
            },
        };
    }

    public static Scenario Searching() => Page("search", "search page, two words of which each is in a quarter of the texts", Search) with
    {
        Against = "lucene", MaximumTail = 10, Load = (_, _, _) => Task.FromResult(new Load(Search)),
    };

    private static Scenario Page(string name, string title, string path) => new()
    {
        Name = name,
        Title = title,
        MaximumTail = 10,
        MaximumStart = TimeSpan.FromSeconds(5),
        Prepare = ProductSeed.CopyAsync,
        Server = Publication.Launch,
        Load = (_, _, _) => Task.FromResult(new Load(path)),
        PostCondition = async (after, ct) =>
        {
            var bytes = (await after.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative), ct)).Length;
            return bytes <= MaximumBytes ? null : $"the page weighs {bytes / 1024} KB, more than {MaximumBytes / 1024}";
        },
    };
}
