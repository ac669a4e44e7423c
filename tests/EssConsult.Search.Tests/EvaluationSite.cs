using EssConsult.Content.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Search.Tests;

/// <summary>One site with the roadmap and the demonstration, which its tests only read.</summary>
public sealed class EvaluationSite : Sites
{
    private readonly SemaphoreSlim seeding = new(1);
    private bool seeded;

    public IReadOnlyList<(string Id, string Title)> Contributions { get; private set; } = [];

    public async Task<Site> StartedAsync()
    {
        var site = await OnAsync(Database.Sqlite);
        await seeding.WaitAsync();
        try
        {
            if (!seeded)
            {
                await site.RecipeAsync("ess-roadmap");
                await site.RecipeAsync("demo");
                var rows = await site.InDatabaseAsync(db => db.Set<ContentRow>().Where(row => row.Published && row.ContentType == "Contribution").ToListAsync());
                Contributions = [.. rows.Select(row => (row.ContentItemId, row.DisplayText!))];
                seeded = true;
            }
        }
        finally
        {
            seeding.Release();
        }

        return site;
    }
}
