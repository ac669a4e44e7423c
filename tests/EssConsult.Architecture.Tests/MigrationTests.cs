using Microsoft.EntityFrameworkCore;

namespace EssConsult.Architecture.Tests;

public sealed class MigrationTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task No_migration_is_missing(Database database)
    {
        var site = await sites.OnAsync(database);

        (await site.InDatabaseAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse("./migrate.sh Name adds it to both databases.");
    }

    [Fact]
    public async Task Both_databases_have_the_same_migrations()
    {
        var names = new List<IReadOnlyList<string>>();
        foreach (var database in Enum.GetValues<Database>())
        {
            var site = await sites.OnAsync(database);
            names.Add(await site.InDatabaseAsync(db => Task.FromResult<IReadOnlyList<string>>([.. db.Database.GetMigrations().Select(id => id.Split('_', 2)[1])])));
        }

        names[0].ShouldBe(names[1]);
    }
}
