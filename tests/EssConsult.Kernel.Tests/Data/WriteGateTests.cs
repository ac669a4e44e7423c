using EssConsult.Kernel.Data;
using EssConsult.Kernel.Tests.Probe;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EssConsult.Kernel.Tests.Data;

public sealed class WriteGateTests
{
    private const int Writers = 40;

    [Theory, OnBothDatabases]
    public async Task Writers_take_turns_and_none_is_refused(Database database)
    {
        await using var site = await Site.StartAsync(database, ProbeSites.Options);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => WriteAsync(site, number)));

        (await site.InDatabaseAsync(db => db.Set<ProbeMark>().CountAsync(mark => mark.Family == "gate"))).ShouldBe(Writers * 2);
    }

    /// <summary>The control: SQLite alone refuses a second writer when the first takes too long.</summary>
    [Fact]
    public async Task Without_the_gate_a_second_writer_is_refused()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, ProbeSites.Options with
        {
            Services = services =>
            {
                services.Replace(ServiceDescriptor.Singleton(new WriteGate(oneWriter: false)));
                services.ConfigureDbContext<SiteDb>(context => context.AddInterceptors(new ShortPatience()));
            },
        });
        await using var scope = site.Services.CreateAsyncScope();
        await using var open = await scope.ServiceProvider.GetRequiredService<SiteDb>().BeginWriteAsync(default);

        var refused = await Should.ThrowAsync<SqliteException>(() => site.InDatabaseAsync(db => db.BeginWriteAsync(default)));

        refused.SqliteErrorCode.ShouldBe(5);
    }

    [Fact]
    public async Task A_writer_that_fails_gives_its_turn_back()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, ProbeSites.Options);

        await Should.ThrowAsync<InvalidOperationException>(() => site.InDatabaseAsync(async db =>
        {
            await using var write = await db.BeginWriteAsync(default);
            throw new InvalidOperationException("In the middle.");
        }));

        await WriteAsync(site, 0);
    }

    private static Task WriteAsync(Site site, int number) => site.InDatabaseAsync(async db =>
    {
        await using var write = await db.BeginWriteAsync(TestContext.Current.CancellationToken);
        db.Add(new ProbeMark { Family = "gate", Name = $"{number} first" });
        await db.SaveChangesAsync();
        await Task.Yield();
        db.Add(new ProbeMark { Family = "gate", Name = $"{number} second" });
        await db.SaveChangesAsync();
        await write.CommitAsync(TestContext.Current.CancellationToken);
    });

    private sealed class ShortPatience : Microsoft.EntityFrameworkCore.Diagnostics.DbConnectionInterceptor
    {
        public override Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult ConnectionOpening(
            System.Data.Common.DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEventData eventData, Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult result)
        {
            ((SqliteConnection)connection).DefaultTimeout = 1;
            return result;
        }

        public override ValueTask<Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult> ConnectionOpeningAsync(
            System.Data.Common.DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEventData eventData, Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(ConnectionOpening(connection, eventData, result));
    }
}
