namespace EssConsult.Search.Tests;

/// <summary>Sites with the types and pages of the roadmap's recipe.</summary>
public sealed class SearchSites : Sites
{
    private readonly Dictionary<Database, Task<Site>> seeded = [];
    private readonly Lock seeding = new();

    public new Task<Site> OnAsync(Database database)
    {
        lock (seeding)
        {
            return seeded.TryGetValue(database, out var known) ? known : seeded[database] = SeedAsync(database);
        }
    }

    private async Task<Site> SeedAsync(Database database)
    {
        var site = await base.OnAsync(database);
        await site.RecipeAsync("ess-roadmap");
        return site;
    }
}
