using System.Diagnostics;
using EssConsult.Registration.Seats;
using EssConsult.Registration.Wishes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

[Trait("Category", "Storm")]
public sealed class WishStormTests
{
    private const int People = 300;
    private const int Slots = 3;
    private const int Workshops = 8;
    private const int Seats = 30;

    [Theory, OnBothDatabases]
    public async Task Three_hundred_people_rank_eight_workshops_at_three_times_and_no_workshop_is_oversold(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var plenary = await site.EventAsync(capacity: People, change: (_, places) => (places["Wishes"], places["WishesClose"]) = (true, "2027-03-01T09:00:00Z"));
        var workshops = new List<string>();
        foreach (var number in Enumerable.Range(0, Slots * Workshops))
        {
            workshops.Add(await site.WorkshopAsync(plenary, $"Tour {number / Workshops}", Seats, $"Atelier {number}"));
        }

        await RegisterAsync(site, plenary, workshops);
        var organiser = await site.AnimatorAsync();
        var form = (await organiser.GetAsync($"/admin/rendez-vous/{plenary}/voeux")).Form("form.form-draw");

        var (started, drawn) = (Stopwatch.GetTimestamp(), await form.SubmitAsync());
        var drawing = Stopwatch.GetElapsedTime(started);
        var publish = drawn.Form("form.form-publish");
        started = Stopwatch.GetTimestamp();
        var published = await publish.SubmitAsync();
        var publishing = Stopwatch.GetElapsedTime(started);

        TestContext.Current.TestOutputHelper?.WriteLine($"{database}: {People} people, {Slots} times, {Workshops} workshops: drawn in {drawing.TotalMilliseconds:0} ms, published in {publishing.TotalMilliseconds:0} ms with {published.Queries.Count} statements");
        published.Text(".notice-title").ShouldStartWith("La répartition est publiée");
        var given = await site.InDatabaseAsync(db => db.Set<Registration>().AsNoTracking().Where(row => row.WithinId != null).ToListAsync());
        given.GroupBy(row => row.EventId).ShouldAllBe(workshop => workshop.Count() <= Seats);
        given.GroupBy(row => (row.WithinId, row.Slot)).ShouldAllBe(person => person.Count() == 1);
        (await site.InDatabaseAsync(db => db.Set<EventSeats>().Where(row => workshops.Contains(row.EventId)).SumAsync(row => row.Taken))).ShouldBe(given.Count);
        given.Count.ShouldBeGreaterThan(Slots * Workshops * Seats * 9 / 10);
    }

    /// <summary>Everybody has a seat in the plenary and five wishes a slot, the first workshops more wished than the last.</summary>
    private static Task RegisterAsync(Site site, string plenary, List<string> workshops) => site.WriteAsync((_, db) =>
    {
        var random = new Random(20270303);
        var now = site.Clock.GetUtcNow().UtcDateTime;
        foreach (var number in Enumerable.Range(1, People))
        {
            var person = new Registration { EventId = plenary, Name = $"Personne {number}", Email = $"p{number}@exemple.fr", EmailKey = $"P{number}@EXEMPLE.FR", Arrival = number };
            person.Place(SeatPool.Open, isProved: true, now, now);
            db.Add(person);
            foreach (var slot in Enumerable.Range(0, Slots))
            {
                var ranked = Enumerable.Range(0, Workshops).OrderBy(workshop => workshop + (random.NextDouble() * Workshops)).Take(5);
                db.AddRange(ranked.Select((workshop, rank) => new Wish { EventId = plenary, RegistrationId = person.Id, Slot = $"Tour {slot}", Rank = rank + 1, WorkshopId = workshops[(slot * Workshops) + workshop] }));
            }
        }

        return Task.CompletedTask;
    });
}
