using CsCheck;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Tests;

/// <summary>Whatever people and organisers do, in whatever order: never more seats than there are, nobody passed over, no seat left empty before somebody who fits.</summary>
public sealed class SequenceTests
{
    private const int Short = 60;
    private const int Long = 10_000;

    [Fact]
    public Task Any_sequence_keeps_capacity_and_order() => RunAsync(Short);

    [Fact]
    [Trait("Category", "Storm")]
    public Task Ten_thousand_sequences_keep_capacity_and_order() => RunAsync(Long);

    private static async Task RunAsync(int sequences)
    {
        await using var site = await Site.StartAsync(Database.Sqlite, new SiteOptions { Recipe = "ess-roadmap" });
        var acts = Gen.Select(Gen.Int[0, 99], Gen.Int[1, 4], Gen.Int[0, 99]).Array[4, 14];

        // One at a time: they share a database whose writers take turns.
        await Gen.Select(Gen.Int[1, 6], acts).SampleAsync(async (capacity, played) => await new Sequence(site, await BareEventAsync(site, capacity)).PlayAsync(played), iter: sequences, threads: 1);
    }

    /// <summary>The two rows of an event, without a content item: ten thousand pages would take longer than what is tested.</summary>
    private static async Task<string> BareEventAsync(Site site, int capacity)
    {
        var id = Content.Contracts.ContentId.New();
        var starts = site.Clock.GetUtcNow().UtcDateTime.AddDays(300);
        await site.InDatabaseAsync(async db =>
        {
            db.Add(new EventRow { ContentItemId = id, Title = id, Published = true, TakesRegistrations = true, HasWaitingList = true, MostGuests = 9, StartsUtc = starts, EndsUtc = starts.AddHours(2) });
            db.Add(new EventSeats { EventId = id, Capacity = capacity });
            await db.SaveChangesAsync();
        });
        return id;
    }

    /// <summary>One event and what happens to it, by the site's own services.</summary>
    private sealed class Sequence(Site site, string eventId)
    {
        public async Task PlayAsync((int Which, int Seats, int Who)[] acts)
        {
            foreach (var (which, seats, who) in acts)
            {
                await (which switch
                {
                    < 45 => JoinAsync(seats),
                    < 60 => EndAsync(RegistrationState.Confirmed, who),
                    < 70 => EndAsync(RegistrationState.Offered, who),
                    < 80 => ClaimAsync(who),
                    < 90 => ExpireAsync(who),
                    _ => ResizeAsync(seats),
                });
                await CheckAsync(settled: false);
                await PromoteAsync();
                await CheckAsync(settled: true);
            }
        }

        private Task JoinAsync(int seats) => site.UseAsync<Registering>(registering => registering.RegisterAsync(
            new RegisterForEvent { EventId = eventId, FormKey = Guid.CreateVersion7(), Name = "Une personne", PersonId = Guid.NewGuid().ToString("N"), Seats = seats, IsProved = true }, default));

        private Task EndAsync(RegistrationState state, int who) => WithOneAsync(state, who, (services, row) => services.GetRequiredService<RegistrationVerbs>().EndAsync(row, state == RegistrationState.Offered ? EndReason.Declined : EndReason.Cancelled, default));

        private Task ClaimAsync(int who) => WithOneAsync(RegistrationState.Offered, who, (services, row) => services.GetRequiredService<RegistrationVerbs>().ClaimAsync(row, default));

        private Task ExpireAsync(int who) => WithOneAsync(RegistrationState.Offered, who, async (services, row) =>
        {
            var db = services.GetRequiredService<SiteDb>();
            await using var write = await db.BeginWriteAsync(default);
            await services.GetRequiredService<RegistrationVerbs>().EndOneAsync(row, EndReason.Lapsed, site.Clock.GetUtcNow().UtcDateTime, default);
            await db.SaveChangesAsync();
            await write.CommitAsync(default);
        });

        private Task ResizeAsync(int seats) => site.InDatabaseAsync(async db =>
        {
            var row = await db.Set<EventSeats>().FirstAsync(found => found.EventId == eventId);
            row.Capacity = Math.Max(row.Taken, seats);
            await db.SaveChangesAsync();
        });

        private Task PromoteAsync() => site.UseAsync<IServiceProvider>(services => services.GetRequiredService<Promotion>().HandleAsync(new SeatsFreed(eventId), default));

        private Task WithOneAsync(RegistrationState state, int who, Func<IServiceProvider, Registration, Task> act) => site.UseAsync<IServiceProvider>(async services =>
        {
            var rows = await services.GetRequiredService<SiteDb>().Set<Registration>().Where(row => row.EventId == eventId && row.State == state).OrderBy(row => row.Arrival).ToListAsync();
            if (rows.Count > 0)
            {
                await act(services, rows[who % rows.Count]);
            }
        });

        private async Task CheckAsync(bool settled)
        {
            // One statement: the site's own handler promotes beside this test, and may do so between two.
            var (seats, all) = await site.InDatabaseAsync(async db =>
            {
                var found = await db.Set<EventSeats>().AsNoTracking().Where(row => row.EventId == eventId)
                    .SelectMany(row => db.Set<Registration>().Where(other => other.EventId == row.EventId).DefaultIfEmpty(), (row, other) => new { Seats = row, Row = other }).ToListAsync();
                return (found[0].Seats, found.Select(pair => pair.Row).OfType<Registration>().ToList());
            });
            var taken = all.Where(row => row.HoldsSeats).Sum(row => row.Seats);
            taken.ShouldBe(seats.Taken, "the count and the rows say the same");
            taken.ShouldBeLessThanOrEqualTo(seats.Capacity!.Value);
            if (settled)
            {
                all.Where(row => row.State == RegistrationState.Waiting).ShouldAllBe(row => row.Seats > seats.Free, "nobody waits who would fit");
            }
        }
    }
}
