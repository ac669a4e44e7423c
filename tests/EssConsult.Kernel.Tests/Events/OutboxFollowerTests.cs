using EssConsult.Kernel.Data;
using EssConsult.Kernel.Events;
using EssConsult.Kernel.Tests.Probe;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Tests.Events;

public sealed class OutboxFollowerTests
{
    [Theory, OnBothDatabases]
    public async Task A_follower_behind_catches_up_in_order_over_more_than_a_batch(Database database)
    {
        await using var site = await Site.StartAsync(database, ProbeSites.Options);
        await PublishAsync(site, Enumerable.Range(0, 1200));
        await site.CatchUpAsync();

        await site.RestartAsync();
        await site.CatchUpAsync();

        var seen = site.Services.GetRequiredService<ProbeFollower>().Seen.Where(happened => happened.Is<NoteWritten>());
        seen.Select(happened => happened.Read<NoteWritten>().Id).ShouldBe(Enumerable.Range(0, 1200).Select(number => $"{number}"));
    }

    [Theory, OnBothDatabases]
    public async Task A_follower_without_a_cursor_rebuilds_and_then_follows(Database database)
    {
        await using var site = await Site.StartAsync(database, ProbeSites.Options);
        await PublishAsync(site, [1]);
        await site.CatchUpAsync();

        await site.RestartAsync();
        await site.CatchUpAsync();
        await PublishAsync(site, [2]);
        await site.CatchUpAsync();

        var follower = site.Services.GetRequiredService<LateFollower>();
        follower.RebuiltUpTo.ShouldNotBeNull().ShouldBeGreaterThan(OutboxCursor.Start);
        follower.Seen.Select(happened => happened.Read<NoteWritten>().Id).ShouldBe(["2"]);
    }

    private static Task PublishAsync(Site site, IEnumerable<int> numbers) => site.InDatabaseAsync(async db =>
    {
        foreach (var number in numbers)
        {
            db.Publish(new NoteWritten($"{number}"));
        }

        await db.SaveChangesAsync();
    });
}
