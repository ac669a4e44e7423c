using EssConsult.Registration.Door;

namespace EssConsult.Registration.Tables;

/// <summary>Those whom the door has seen; before anybody came, or without a door, everybody who is expected.</summary>
internal sealed class PeopleAtTheDoor(SiteDb db, DoorBook door) : IPresentPeople
{
    public async Task<IReadOnlyList<Guid>> ListAsync(string eventId, CancellationToken ct) =>
        await door.ReadAsync(eventId, ct) is { State: { Present: > 0 } state } ? [.. state.Presences.Keys.Order()] : await new ExpectedPeople(db).ListAsync(eventId, ct);
}
