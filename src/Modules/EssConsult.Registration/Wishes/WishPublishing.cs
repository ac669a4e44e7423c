using System.Text.Json;
using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Wishes;

/// <summary>Gives the seats of an allocation, all of them or none, under the lock of every workshop.</summary>
internal sealed class WishPublishing(SiteDb db, SeatLock seatLock, WishInput input, TimeProvider clock)
{
    /// <returns>How many registrations were made.</returns>
    /// <exception cref="RuleException">It is published, or people, wishes or seats have changed since the preview.</exception>
    public async Task<int> PublishAsync(Guid runId, string personId, CancellationToken ct)
    {
        var eventId = await db.Set<WishRun>().Where(row => row.Id == runId).Select(row => row.EventId).FirstOrDefaultAsync(ct) ?? throw Changed();
        var workshops = await input.WorkshopsAsync(eventId, ct);
        await using var seats = await seatLock.TakeAsync(db, [.. workshops.Select(row => row.ContentItemId)], ct);
        var run = await db.Set<WishRun>().FirstOrDefaultAsync(row => row.Id == runId, ct) ?? throw Changed();
        if (run.PublishedUtc is not null || await db.AreWishesPublishedAsync(eventId, ct))
        {
            throw new RuleException("wish.published", "La répartition est déjà publiée.");
        }

        var known = WishRuns.InputOf(run);
        if (JsonSerializer.Serialize(await input.ReadAsync(eventId, workshops, run.Seed, known.FillRemainingSeats, ct)) != run.Input)
        {
            throw Changed();
        }

        var made = await SeatAsync(run, workshops.ToDictionary(row => row.ContentItemId), seats, ct);
        run.PublishedUtc = clock.UtcNow();
        db.Audit(new AuditEntry("wishes.published", eventId, personId, new { run.Id, run.Seed, Registrations = made }));
        await db.SaveChangesAsync(ct);
        await seats.CommitAsync(ct);
        return made;
    }

    private async Task<int> SeatAsync(WishRun run, Dictionary<string, EventRow> workshops, LockedSeats seats, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var people = await db.Set<Registration>().AsNoTracking().Where(row => row.EventId == run.EventId && row.State == RegistrationState.Confirmed).ToDictionaryAsync(row => row.Id.ToString("N"), ct);
        var placed = WishRuns.ResultOf(run).Placements.Where(placement => placement.WorkshopId is not null).ToList();
        foreach (var placement in placed)
        {
            var (main, workshop) = (people[placement.PersonId], workshops[placement.WorkshopId!]);
            var taken = seats.Find(workshop.ContentItemId) ?? throw Changed();
            var registration = new Registration
            {
                EventId = workshop.ContentItemId, PersonId = main.PersonId, Email = main.Email, EmailKey = main.EmailKey, Name = main.Name, Organisation = main.Organisation, ActorId = main.ActorId, Language = main.Language,
                Seats = main.Seats, Source = main.Source, InvitationId = main.InvitationId, CreatedUtc = now, Arrival = ++taken.Arrivals, WithinId = main.Id, Slot = workshop.Slot ?? string.Empty,
            };
            taken.Take(registration.Seats, SeatPool.Open);
            registration.Place(SeatPool.Open, isProved: true, now, now);
            db.Add(registration);
            db.Publish(new SeatsRequested(registration.Id, registration.EventId, registration.PersonId, registration.State));
        }

        return placed.Count;
    }

    private static RuleException Changed() => new("wish.changed", "Des inscriptions, des vœux ou des places ont changé depuis : refaites la répartition.");
}
