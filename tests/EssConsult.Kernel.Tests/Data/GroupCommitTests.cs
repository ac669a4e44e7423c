using EssConsult.Kernel.Data;
using EssConsult.Kernel.Tests.Probe;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EssConsult.Kernel.Tests.Data;

public sealed class GroupCommitTests
{
    private const int Writers = 40;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_is_told_of_a_commit_before_it_lies_on_the_disk(bool inTransaction)
    {
        using var disk = new Disk();
        await using var site = await disk.SiteAsync();
        disk.Hold();

        var writing = WriteAsync(site, "held", inTransaction);
        await WrittenAsync(site, "held");
        var next = WriteAsync(site, "next", inTransaction);
        await WrittenAsync(site, "next");

        writing.IsCompleted.ShouldBeFalse("its turn was given on, and yet nobody is told");
        disk.Release();
        await Task.WhenAll(writing, next);
    }

    [Fact]
    public async Task Writers_who_wait_at_once_share_a_flush()
    {
        using var disk = new Disk();
        await using var site = await disk.SiteAsync();
        disk.Hold();
        var before = disk.Flushes;

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(number => WriteAsync(site, $"{number}", inTransaction: false)));
        await Site.UntilAsync(async () => await site.InDatabaseAsync(db => db.Set<ProbeMark>().CountAsync()) == Writers);
        disk.Release();
        await writing;

        (disk.Flushes - before).ShouldBeLessThan(Writers / 2);
    }

    /// <summary>A disk reports a failed write once and forgets it: the next flush succeeds over a hole, and the log ends there when it is read after a loss of power.</summary>
    [Fact]
    public async Task After_a_disk_has_failed_nothing_is_acknowledged_and_the_site_is_not_ready()
    {
        using var disk = new Disk();
        await using var site = await disk.SiteAsync();
        (await site.Visitor().GetAsync("/health/ready")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        disk.Fail();

        await Should.ThrowAsync<IOException>(() => WriteAsync(site, "failed", inTransaction: false));

        disk.Mend();
        await Should.ThrowAsync<IOException>(() => WriteAsync(site, "after", inTransaction: false));
        (await site.Visitor().GetAsync("/health/ready")).Status.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_flush_that_has_begun_does_not_count_for_who_comes_later()
    {
        using var disk = new Disk();
        disk.Hold();
        var commit = new GroupCommit(disk.Flush);

        var first = commit.ReachDiskAsync();
        await disk.AskedAsync();
        var late = commit.ReachDiskAsync();
        disk.Release();
        await Task.WhenAll(first, late);

        disk.Flushes.ShouldBe(2);
    }

    [Fact]
    public async Task The_site_flushes_the_log_that_SQLite_writes()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, ProbeSites.Options);
        var address = site.Services.GetRequiredService<DatabaseAddress>();
        await WriteAsync(site, "logged", inTransaction: false);

        File.Exists(new SqliteConnectionStringBuilder(address.ConnectionString).DataSource + "-wal").ShouldBeTrue();
        (await site.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync())).ShouldBe("wal");
        (await site.InDatabaseAsync(db => db.Database.SqlQueryRaw<int>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync())).ShouldBe(1);
        await GroupCommit.For(address).ReachDiskAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_bulk_change_that_does_not_take_its_turn_is_refused(Database database)
    {
        await using var site = await Site.StartAsync(database, ProbeSites.Options);
        await WriteAsync(site, "kept", inTransaction: false);

        await Should.ThrowAsync<InvalidOperationException>(() => site.InDatabaseAsync(db => db.Set<ProbeMark>().ExecuteDeleteAsync()));

        (await site.InDatabaseAsync(db => db.Set<ProbeMark>().CountAsync())).ShouldBe(1);
    }

    private static Task WrittenAsync(Site site, string name) =>
        Site.UntilAsync(async () => await site.InDatabaseAsync(db => db.Set<ProbeMark>().AnyAsync(mark => mark.Name == name)));

    private static Task WriteAsync(Site site, string name, bool inTransaction) => site.InDatabaseAsync(async db =>
    {
        await using var write = inTransaction ? await db.BeginWriteAsync(TestContext.Current.CancellationToken) : null;
        db.Add(new ProbeMark { Family = "disk", Name = name });
        await db.SaveChangesAsync();
        await (write?.CommitAsync(TestContext.Current.CancellationToken) ?? Task.CompletedTask);
    });

    /// <summary>A disk that can be stopped.</summary>
    private sealed class Disk : IDisposable
    {
        private readonly ManualResetEventSlim open = new(initialState: true);
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool failing;
        private int flushes;

        public int Flushes => Volatile.Read(ref flushes);

        public Task<Site> SiteAsync() => Site.StartAsync(Database.Sqlite, ProbeSites.Options with
        {
            Services = services => services.Replace(ServiceDescriptor.Singleton(new GroupCommit(Flush))),
        });

        public void Flush()
        {
            if (failing)
            {
                throw new IOException("The disk is full.");
            }

            if (!open.IsSet)
            {
                asked.TrySetResult();
            }

            open.Wait();
            Interlocked.Increment(ref flushes);
        }

        public void Hold() => open.Reset();

        public void Release() => open.Set();

        public void Fail() => failing = true;

        public void Mend() => failing = false;

        public Task AskedAsync() => asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public void Dispose() => open.Dispose();
    }
}
