using System.Net.Http.Json;
using System.Text.Json;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using EssConsult.Registration.Door;
using EssConsult.Registration.Seats;
using EssConsult.Registration.Tickets;
using EssConsult.Testing.Browsing;
using EssConsult.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

/// <summary>What happens at a door, as its devices and its team do it.</summary>
internal static class Doors
{
    public static Task<Visitor> DoorkeeperAsync(this Site site) => site.SignInAsync("Doorkeeper", "CheckIn");

    public static Task<Visitor> OrganiserAsync(this Site site) => site.SignInAsync("Organiser", "AccessAdminPanel", "ManageEvents");

    /// <summary>Confirmed registrations of one seat each, without their mails; the seats in order.</summary>
    public static Task<List<Attendee>> SeatPeopleAsync(this Site site, string eventId, int people) => site.InDatabaseAsync(async db =>
    {
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var seats = new List<Attendee>();
        var before = await db.Set<Registration>().CountAsync(row => row.EventId == eventId, TestContext.Current.CancellationToken);
        for (var number = before + 1; number <= before + people; number++)
        {
            var registration = new Registration { EventId = eventId, Name = $"Personne {number:000}", CreatedUtc = now, Arrival = 1000 + number };
            registration.Place(SeatPool.Open, isProved: true, now, now);
            var seat = new Attendee { RegistrationId = registration.Id, EventId = eventId, Name = registration.Name, Organisation = "Association du Ressac" };
            db.Add(registration);
            db.Add(seat);
            seats.Add(seat);
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return seats;
    });

    /// <summary>The text of somebody's QR code.</summary>
    public static Task<string> CodeAsync(this Site site, Attendee seat) => site.UseAsync<TicketKeys, string>(async keys =>
        TicketCode.Issue(new Ticket(EventKey.Of(seat.EventId), seat.Id, SeatKind.Participant, TicketSecret.FromBytes(seat.Secret)), await keys.CurrentAsync(default)));

    /// <summary>Sends a batch as the application does: first the token, then the scans.</summary>
    public static async Task<HttpResponseMessage> SendScansAsync(this Visitor device, string eventId, object batch)
    {
        var state = await device.Client.GetFromJsonAsync<JsonElement>($"/accueil/{eventId}/etat.json");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/accueil/{eventId}/passages") { Content = JsonContent.Create(batch) };
        request.Headers.Add("X-Form-Token", state.GetProperty("token").GetString());
        request.Headers.Add("Accept", "application/json");
        return await device.Client.SendAsync(request);
    }

    public static async Task<DoorView> DoorAsync(this Site site, string eventId) => (await site.UseAsync<DoorBook, DoorView?>(book => book.ReadAsync(eventId, default)))!;
}
