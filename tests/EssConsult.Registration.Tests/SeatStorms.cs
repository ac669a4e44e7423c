using System.Globalization;
using EssConsult.Registration.Contracts;
using EssConsult.Registration.Seats;

namespace EssConsult.Registration.Tests;

/// <summary>The promise that is published with each release: so many at once, exactly so many seats.</summary>
public sealed class SeatStorms
{
    private const int Runs = 50;
    private const int Clients = 32;
    private const int Requests = 1000;
    private const int Capacity = 100;
    private static readonly int[] Workshops = [20, 30, 40];

    [Theory, OnBothDatabases]
    [Trait("Category", "Storm")]
    public async Task A_thousand_at_once_on_a_hundred_seats_fifty_times(Database database)
    {
        await using var site = await SeatGuaranteeTests.StartAsync(database, SeatGuard.LockThenCheck);
        var worst = TimeSpan.Zero;
        for (var run = 1; run <= Runs; run++)
        {
            var plenary = await site.EventAsync(Capacity);
            var workshops = new List<string>();
            foreach (var capacity in Workshops)
            {
                workshops.Add(await site.WorkshopAsync(plenary, "1er tour", capacity));
            }

            var rush = await Rush.RunAsync(site, plenary, Clients, Requests, workshops);

            rush.Failures.ShouldBe(0, $"run {run}: {site.Log}");
            (await site.AllAsync(plenary)).ShouldBeExact(Capacity, Requests);
            (await site.SeatsAsync(plenary)).Taken.ShouldBe(Capacity);
            foreach (var (workshop, capacity) in workshops.Zip(Workshops))
            {
                var all = await site.AllAsync(workshop);
                all.Count(row => row.HoldsSeats).ShouldBe(Math.Min(capacity, all.Count));
            }

            worst = rush.At(0.95) > worst ? rush.At(0.95) : worst;
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database} run {run}: median {rush.At(0.5).TotalMilliseconds:0} ms, p95 {rush.At(0.95).TotalMilliseconds:0} ms"));
            await site.CatchUpAsync();
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database}: worst p95 {worst.TotalMilliseconds:0} ms over {Runs} runs"));
        worst.ShouldBeLessThan(TimeSpan.FromSeconds(1.5));
    }

    [Theory, OnBothDatabases]
    [Trait("Category", "Storm")]
    public async Task Three_hundred_people_behind_one_address_register_within_a_minute(Database database)
    {
        await using var site = await SeatGuaranteeTests.StartAsync(database, SeatGuard.LockThenCheck);
        var id = await site.EventAsync(capacity: 300);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        var refused = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 300), new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (number, _) =>
        {
            var page = await site.Visitor("192.0.2.7").RegisterAsync(id, $"Personne {number}", Gatherings.NewAddress());
            if (page.Text(".notice-title") != "Lisez vos e-mails")
            {
                Interlocked.Increment(ref refused);
            }
        });

        refused.ShouldBe(0);
        System.Diagnostics.Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        (await site.AllAsync(id)).Count(row => row.State == RegistrationState.Held).ShouldBe(300);
    }
}
