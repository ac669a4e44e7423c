using EssConsult.Registration.Contracts;
using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EssConsult.Registration.Tests;

/// <summary>
/// The three that belong together, through HTTP: with the guard nobody is seated twice; without it the same rush oversells, so the rig can
/// fail; at the wrong isolation the lock refuses people instead (decision 0016).
/// </summary>
public sealed class SeatGuaranteeTests
{
    private const int Clients = 12;
    private const int Requests = 96;
    private const int Capacity = 20;

    [Theory, OnBothDatabases]
    public async Task As_many_seats_are_given_as_there_are_and_the_rest_wait_in_their_order(Database database)
    {
        await using var site = await StartAsync(database, SeatGuard.LockThenCheck);
        var plenary = await site.EventAsync(Capacity);
        string[] workshops = [await site.WorkshopAsync(plenary, "1er tour", 4), await site.WorkshopAsync(plenary, "1er tour", 5), await site.WorkshopAsync(plenary, "1er tour", 6)];

        var rush = await Rush.RunAsync(site, plenary, Clients, Requests, workshops);

        rush.Failures.ShouldBe(0, site.Log.ToString());
        (await site.AllAsync(plenary)).ShouldBeExact(Capacity, Requests);
        (await site.SeatsAsync(plenary)).Taken.ShouldBe(Capacity);
        foreach (var (workshop, capacity) in workshops.Zip([4, 5, 6]))
        {
            var all = await site.AllAsync(workshop);
            all.Count(row => row.HoldsSeats).ShouldBe(Math.Min(capacity, all.Count));
            (await site.SeatsAsync(workshop)).Taken.ShouldBe(all.Count(row => row.HoldsSeats));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Control_seats_counted_before_the_lock_are_given_twice(Database database)
    {
        await using var site = await StartAsync(database, SeatGuard.CheckThenLock);
        var id = await site.EventAsync(Capacity);

        await Rush.RunAsync(site, id, Clients, Requests);

        (await site.AllAsync(id)).Count(row => row.HoldsSeats).ShouldBeGreaterThan(Capacity);
    }

    [Fact]
    public async Task Control_at_repeatable_read_the_lock_turns_people_away()
    {
        await using var site = await StartAsync(Database.PostgreSql, SeatGuard.RepeatableRead);
        var id = await site.EventAsync(Capacity);

        var rush = await Rush.RunAsync(site, id, Clients, Requests);

        rush.Failures.ShouldBeGreaterThan(0);
        (await site.AllAsync(id)).Count.ShouldBe(Requests - rush.Failures);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_gets_a_seat_that_was_freed_while_somebody_waits(Database database)
    {
        await using var site = await StartAsync(database, SeatGuard.LockThenCheck);
        var id = await site.EventAsync(capacity: 5);
        var seated = new List<string>();
        for (var number = 0; number < 8; number++)
        {
            seated.Add(await site.SeatedAsync(id));
        }

        // The five who are seated leave one after another while others come.
        var leaving = Task.Run(async () =>
        {
            foreach (var address in seated.Take(5))
            {
                await site.CancelAsync(address);
            }
        });
        await Rush.RunAsync(site, id, clients: 6, requests: 24);
        await leaving;
        await site.CatchUpAsync();

        var all = await site.AllAsync(id);
        all.Where(row => row.HoldsSeats).Sum(row => row.Seats).ShouldBe((await site.SeatsAsync(id)).Taken);
        all.Where(row => row.HoldsSeats).Sum(row => row.Seats).ShouldBeLessThanOrEqualTo(5);
        foreach (var waited in seated.Skip(5))
        {
            (await site.StateAsync(id, waited)).ShouldBe(RegistrationState.Offered);
        }
    }

    internal static Task<Site> StartAsync(Database database, SeatGuard guard) => Site.StartAsync(database, new SiteOptions
    {
        Recipe = "ess-roadmap", Services = services => services.Replace(ServiceDescriptor.Singleton(new SeatLock(guard))),
    });
}
