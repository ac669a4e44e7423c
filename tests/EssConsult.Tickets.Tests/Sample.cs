using CsCheck;
using EssConsult.Tickets.Attendance;
using EssConsult.Tickets.Door;
using EssConsult.Tickets.Keys;

namespace EssConsult.Tickets.Tests;

/// <summary>One plenary, its key and its people.</summary>
internal static class Sample
{
    public static readonly TicketKey Key = TicketKey.FromBytes([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    public static readonly EventKey Plenary = EventKey.Of("plenary");

    public static readonly Gen<Ticket> Tickets = Gen.Select(
        Gen.Guid,
        Gen.Int[0, 4].Select(kind => (SeatKind)kind),
        Gen.Byte.Array[TicketSecret.Length],
        (attendee, kind, secret) => new Ticket(Plenary, attendee, kind, TicketSecret.FromBytes(secret)));

    public static Ticket Ticket { get; } = new(Plenary, Guid.Parse("01976a3e-8f00-7abc-8123-456789abcdef"), SeatKind.Guest, TicketSecret.FromBytes([.. Enumerable.Range(100, 16).Select(i => (byte)i)]));

    public static AttendanceStatement Statement { get; } = new()
    {
        Event = "Plénière de l’économie sociale et solidaire : « Œuvrer ensemble »",
        Place = "Cité des congrès, Nantes",
        Start = new(2027, 3, 12, 9, 0, 0, TimeSpan.FromHours(1)),
        End = new(2027, 3, 12, 12, 30, 0, TimeSpan.FromHours(1)),
        Minutes = 210,
        Name = "Anne-Cécile Lefœuvre",
        Organisation = "SCOP L’Œil du Phare",
        Issuer = "Nantes Métropole",
        Number = "AP-0042",
        IssuedOn = new(2027, 3, 13),
    };

    public static DoorEvent Door { get; } = new()
    {
        Key = Plenary.ToString(),
        Title = Statement.Event,
        Start = Statement.Start,
        End = Statement.End,
    };

    public static DoorPin Pin { get; } = DoorPin.Parse("K7QF-2M9X")!;

    /// <summary>People whose every word begins alike, so that a search finds any that is left in clear; the last has no ticket.</summary>
    public static IReadOnlyList<DoorAttendee> People(int count) =>
    [
        .. Enumerable.Range(1, count).Select(i => new DoorAttendee
        {
            Id = Guid.CreateVersion7(),
            Name = $"Zénobie Personne {i}",
            Organisation = $"Zoo {i}",
            Note = i % 2 == 0 ? "Zone LSF" : "",
            Table = $"{(i / 8) + 1}",
            Party = 1 + (i % 3),
            Secret = i == count ? null : TicketSecret.Create(),
        }),
    ];
}
