using EssConsult.Kernel.Data;
using EssConsult.Kernel.Events;
using EssConsult.Kernel.Tests.Probe;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Tests.Events;

/// <summary>On PostgreSQL a row with a smaller position may become visible after one with a larger one.</summary>
public sealed class OutboxOrderTests(ProbeSites sites) : IClassFixture<ProbeSites>
{
    [Fact]
    public async Task A_reader_never_passes_by_an_event_that_commits_late()
    {
        var read = await ReadAroundALateCommitAsync("guarded", async (db, after) =>
        {
            var events = await OutboxReader.ReadAsync(db, after, 100, default);
            return [.. events.Select(happened => (happened.Cursor, happened.Payload))];
        });

        read.ShouldBe(["late", "early"]);
    }

    /// <summary>The control: without the guard the same commits lose an event.</summary>
    [Fact]
    public async Task A_reader_by_position_alone_passes_by_it()
    {
        var read = await ReadAroundALateCommitAsync("plain", async (db, after) =>
        {
            var rows = await db.Set<OutboxRow>().Where(row => row.Position > after.Position).OrderBy(row => row.Position).ToListAsync();
            return [.. rows.Select(row => (new OutboxCursor(row.Xid, row.Position), row.Payload))];
        });

        read.ShouldBe(["early"]);
    }

    private async Task<List<string>> ReadAroundALateCommitAsync(string family, Func<SiteDb, OutboxCursor, Task<List<(OutboxCursor Cursor, string Payload)>>> readAsync)
    {
        var site = await sites.OnAsync(Database.PostgreSql);
        await using var first = site.Services.CreateAsyncScope();
        await using var second = site.Services.CreateAsyncScope();
        var late = first.ServiceProvider.GetRequiredService<SiteDb>();
        var early = second.ServiceProvider.GetRequiredService<SiteDb>();
        var cursor = await site.InDatabaseAsync(db => OutboxReader.CommittedEndAsync(db, default));
        var read = new List<string>();

        await using var lateWrite = await late.BeginWriteAsync(default);
        late.Publish(new MarkWanted(family, "late"));
        await late.SaveChangesAsync();
        early.Publish(new MarkWanted(family, "early"));
        await early.SaveChangesAsync();
        await ReadAsync();
        await lateWrite.CommitAsync(default);

        // Transactions of the cluster's other databases hold this one's readers back too.
        await site.CatchUpAsync();
        await ReadAsync();
        return read;

        Task ReadAsync() => site.InDatabaseAsync(async db =>
        {
            foreach (var (place, payload) in await readAsync(db, cursor))
            {
                cursor = place;
                read.AddRange(payload.Contains($"\"{family}\"", StringComparison.Ordinal) ? [payload.Contains("late", StringComparison.Ordinal) ? "late" : "early"] : []);
            }
        });
    }
}
