using EssConsult.Benchmarks.Floors.Data;
using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Product;

/// <summary>Scenarios of signed-in people who write, by the site's own forms.</summary>
internal static class Writing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Scenario Comment { get; } = Post("comment", "a comment of 1 KB by its form", "SELECT COUNT(*) FROM comment") with
    {
        Load = async (bench, client, ct) =>
        {
            static string Form(int person) => $"/discussion/{ContentIds.OfContribution(person * 5)}/commenter";
            var visits = await Visit.OpenAsync(client, Cookies.Read(bench.Folder), Form, ct);
            var text = new FloorText(seed: 7);
            return Scripts.Post([.. visits.Select((visit, person) => (visit, Form(person), $"{Scripts.Token(visit)}&Alignment=For&Body={Uri.EscapeDataString(text.Words(FloorSeed.BodyLength))}"))]);
        },
    };

    public static Scenario Contribution { get; } = Post("contribution", "a contribution of 1 KB: the form, then the confirmation", "SELECT COUNT(*) FROM contribution WHERE state = 'Published'") with
    {
        RequestsEach = 2,
        Load = async (bench, client, ct) =>
        {
            var visits = await Visit.OpenAsync(client, Cookies.Read(bench.Folder), _ => "/contribuer", ct);
            var text = new FloorText(seed: 8);
            return Scripts.PostThenConfirm([.. visits.Select(visit => (visit, "/contribuer?handler=Review", Body(visit, text)))]);
        },
    };

    private static string Body(Visit visit, FloorText text) => string.Join('&', HtmlForm.Read(visit.Page, "multipart/form-data").Select(field =>
        field.Name + "=" + Uri.EscapeDataString(field.Name.EndsWith("Title", StringComparison.Ordinal) ? $"{text.Words(50).Trim()} {Scripts.Number}"
            : field.Name.EndsWith("Markdown", StringComparison.Ordinal) ? text.Words(FloorSeed.BodyLength).Trim()
            : field.Value)));

    internal static Scenario Post(string name, string title, string rows) => new()
    {
        Name = name,
        Title = title,
        Against = "insert",
        MinimumRatio = 0.35,
        MaximumTail = 10,
        MaximumStart = TimeSpan.FromSeconds(5),
        Prepare = ProductSeed.CopyAsync,
        Server = Publication.Launch,
        Load = (_, _, _) => throw new NotSupportedException(),
        Rows = (bench, ct) => SiteData.NumberAsync(bench.Folder, rows, ct),
        PostCondition = (after, ct) => CaughtUpAsync(after.Bench.Folder, ct),
    };

    /// <summary>Whether every handler and the index on disk have come to the end of the outbox in time.</summary>
    private static async Task<string?> CaughtUpAsync(string folder, CancellationToken ct)
    {
        var end = await SiteData.EndOfOutboxAsync(folder, ct);
        var last = DateTime.UtcNow + Patience;
        while (await SiteData.HandledAsync(folder, ct) < end || SiteIndex.Reached(folder) < end)
        {
            if (DateTime.UtcNow > last)
            {
                return $"{end - await SiteData.HandledAsync(folder, ct)} events unhandled and {end - SiteIndex.Reached(folder)} not indexed after {Patience.TotalSeconds:0} s";
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }

        return null;
    }
}
