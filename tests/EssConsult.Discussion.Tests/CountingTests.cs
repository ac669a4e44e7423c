using EssConsult.Discussion.Counting;
using EssConsult.Discussion.Supports;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Discussion.Tests;

public sealed class CountingTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task Counting_anew_misses_nothing_that_is_committed_meanwhile(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        Task recount;
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
            await using var write = await db.BeginWriteAsync(TestContext.Current.CancellationToken);
            db.Add(new Support { ContentItemId = item, PersonId = People.NewId(), GivenUtc = site.Clock.UtcNow() });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await CountsWriter.AddAsync(db, item, new CountsChange { Supports = 1 }, TestContext.Current.CancellationToken);

            recount = Task.Run(() => site.InDatabaseAsync(RecountAsync));
            if (database == Database.PostgreSql)
            {
                // On SQLite it waits for its turn to write.
                await Site.UntilAsync(() => site.InDatabaseAsync(IsAnyoneWaitingAsync));
            }

            await write.CommitAsync(TestContext.Current.CancellationToken);
        }

        await recount;
        (await site.CountsAsync(item)).Supports.ShouldBe(1);

        async Task RecountAsync(SiteDb db)
        {
            await using var write = await db.BeginWriteAsync(TestContext.Current.CancellationToken);
            await CountsWriter.RecountAsync(db, item, TestContext.Current.CancellationToken);
            await write.CommitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static Task<bool> IsAnyoneWaitingAsync(SiteDb db) => db.Database.SqlQuery<bool>(
        $"""
        SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INTO discussion_counts%') AS "Value"
        """).SingleAsync();
}
