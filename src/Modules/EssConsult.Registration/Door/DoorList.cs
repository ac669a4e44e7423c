using EssConsult.Registration.Events;
using EssConsult.Tickets;
using EssConsult.Tickets.Door;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Door;

/// <summary>The list that a device takes to a door without network: worth nothing to a thief (see the README of EssConsult.Tickets).</summary>
internal sealed class DoorList(DoorPeople people, DoorPins pins, IStringLocalizer words, TimeProvider clock)
{
    /// <exception cref="RuleException">No PIN was drawn, or the event is over for a day.</exception>
    public async Task<DoorFile> CloseAsync(EventRow row, CancellationToken ct)
    {
        if (row.EndsUtc + DoorPins.Kept <= clock.UtcNow())
        {
            throw new RuleException("door.over", "Ce rendez-vous est passé : sa liste ne s’emporte plus.");
        }

        var pin = await pins.FindAsync(row.ContentItemId, ct) ?? throw new RuleException("door.no-pin", "L’équipe n’a pas encore tiré le code de la liste : demandez-le lui.");
        var door = new DoorEvent { Key = EventKey.Of(row.ContentItemId).ToString(), Title = row.Title, Start = new(row.StartsUtc), End = new(row.EndsUtc) };
        var tables = await people.TablesAsync(row, ct);
        var records = (await people.ReadAsync(row, ct)).Where(person => person.State != RegistrationState.Ended)
            .Select(person => new DoorAttendee { Id = person.Id, Name = person.Name, Organisation = person.Organisation, Note = person.State == RegistrationState.Confirmed ? string.Empty : words[person.State.Label()].Value, Table = string.Join(", ", tables[person.Id]), Secret = TicketSecret.FromBytes(person.Secret) }).ToList();

        // Some tenths of a second of pure computation: not on the thread of a request.
        return await Task.Run(() => DoorFile.Close(door, records, pin), ct);
    }
}
