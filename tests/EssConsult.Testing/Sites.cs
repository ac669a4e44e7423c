namespace EssConsult.Testing;

/// <summary>
/// The sites of one test class, one per database, started when a test asks: <c>IClassFixture&lt;Sites&gt;</c>. Tests of a class
/// share them, so each test makes its own content and never counts what others made.
/// </summary>
public class Sites : IAsyncDisposable
{
    private readonly Lazy<Task<Site>>[] sites;

    public Sites()
        : this(new SiteOptions())
    {
    }

    protected Sites(SiteOptions options) =>
        sites = [.. Enum.GetValues<Database>().Select(database => new Lazy<Task<Site>>(() => Site.StartAsync(database, options)))];

    public Task<Site> OnAsync(Database database) => sites[(int)database].Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites.Where(site => site.IsValueCreated && site.Value.IsCompletedSuccessfully))
        {
            await (await site.Value).DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
