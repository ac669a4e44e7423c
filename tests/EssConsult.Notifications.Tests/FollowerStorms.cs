using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Notifications.Tests;

/// <summary>One contribution with fifty thousand followers, and a job that is broken off again and again.</summary>
public sealed class FollowerStorms
{
    private const int Followers = 50_000;
    private const int Breaks = 20;
    private const long MostMegabytes = 64;

    [Theory, OnBothDatabases]
    [Trait("Category", "Storm")]
    public async Task Fifty_thousand_followers_hear_once_each_in_bounded_memory_however_often_the_job_is_broken_off(Database database)
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        await using var site = await Acts.StartAsync(database);
        var item = await site.ItemAsync();
        var started = Stopwatch.GetTimestamp();
        await site.CrowdAsync(item, Followers);
        TestContext.Current.TestOutputHelper!.WriteLine($"{database}: a crowd of {Followers} in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        await site.TellAsync(item, "« {0} » a une réponse.");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var watch = new MemoryWatch();

        started = Stopwatch.GetTimestamp();
        for (var broken = 0; broken < Breaks; broken++)
        {
            await site.BreakOffAsync("news-digest", dice.Next(1, Followers / 100 / Breaks));
        }

        var mailed = await CountAsync(site);
        mailed.ShouldBeLessThan(Followers, $"seed {seed}: nothing was left to go on with");
        await site.RunJobAsync("news-digest");
        var took = Stopwatch.GetElapsedTime(started);

        (await CountAsync(site)).ShouldBe(Followers, $"seed {seed}");
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT CAST(COUNT(DISTINCT person_id) AS INT) AS \"Value\" FROM mail_message WHERE template = 'news'").SingleAsync())).ShouldBe(Followers);
        (watch.Highest - before).ShouldBeLessThan(MostMegabytes << 20, "memory grows with the number of followers");
        started = Stopwatch.GetTimestamp();
        await site.RunJobAsync("mail-digest");
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{database}, seed {seed}: {Followers} followers told in {took.TotalSeconds:F0} s over {Breaks} breaks, at most {(watch.Highest - before) >> 20} MB more; ten thousand summaries joined in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
    }

    private static Task<int> CountAsync(Site site) => site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT CAST(COUNT(*) AS INT) AS \"Value\" FROM mail_message WHERE template = 'news'").SingleAsync());

    /// <summary>The most that was alive on the heap when it looked, each second, whatever was garbage swept away first.</summary>
    private sealed class MemoryWatch : IDisposable
    {
        private readonly Timer timer;
        private long highest;

        public MemoryWatch() => timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromSeconds(1));

        public long Highest => Interlocked.Read(ref highest);

        public void Dispose() => timer.Dispose();

        private void Look()
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true);
            Interlocked.Exchange(ref highest, Math.Max(Highest, GC.GetTotalMemory(forceFullCollection: false)));
        }
    }
}
