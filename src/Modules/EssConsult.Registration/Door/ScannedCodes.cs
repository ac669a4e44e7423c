using System.Security.Cryptography;
using System.Text;
using EssConsult.Registration.Tickets;
using EssConsult.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Door;

/// <summary>Whose seat it is, or why nobody's.</summary>
internal sealed record Sight(Guid? AttendeeId, Guid? RegistrationId = null, string? PersonId = null, bool IsGuest = false, CodeProblem? Problem = null, string? Print = null);

/// <summary>Finds the seats that scans are about: by ticket, or as they were found by name. Two queries at most for a batch.</summary>
internal sealed class ScannedCodes(SiteDb db, TicketKeys keys)
{
    /// <returns>By nonce.</returns>
    public async Task<IReadOnlyDictionary<Guid, Sight>> ReadAsync(EventRow row, IReadOnlyCollection<Scan> scans, CancellationToken ct)
    {
        var coded = scans.Where(scan => !string.IsNullOrWhiteSpace(scan.Code)).ToList();
        var publicKeys = coded.Count == 0 ? [] : await keys.PublicAsync(ct);
        var read = coded.DistinctBy(scan => scan.Code).ToDictionary(scan => scan.Code!, scan => Read(scan.Code!, row, publicKeys));
        var ids = scans.Select(scan => scan.Attendee).Concat(read.Values.Select(reading => reading.Ticket?.Attendee)).OfType<Guid>().Distinct().ToList();
        var seats = await db.Set<Attendee>().AsNoTracking().Where(seat => ids.Contains(seat.Id)).Join(db.Set<Registration>(), seat => seat.RegistrationId, registration => registration.Id, (seat, registration) => new { seat, registration.PersonId }).ToDictionaryAsync(found => found.seat.Id, ct);
        return scans.DistinctBy(scan => scan.Nonce).ToDictionary(scan => scan.Nonce, scan =>
        {
            var reading = scan.Code is not null && read.TryGetValue(scan.Code, out var known) ? known : null;
            var found = (reading is null ? scan.Attendee : reading.Ticket?.Attendee) is { } id ? seats.GetValueOrDefault(id) : null;
            var problem = reading is null ? null : ProblemOf(reading, found?.seat);
            return problem is null && found is not null && (found.seat.EventId == row.ContentItemId || found.seat.EventId == row.ParentId)
                ? new Sight(found.seat.Id, found.seat.RegistrationId, found.seat.Position == 0 ? found.PersonId : null, found.seat.Position > 0)
                : new Sight(null, Problem: problem ?? CodeProblem.OtherEvent, Print: PrintOf(scan.Code ?? scan.Attendee?.ToString() ?? string.Empty));
        });
    }

    public static string PrintOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim())))[..16];

    /// <summary>By whichever of the site's keys signed it; a workshop takes its plenary's tickets.</summary>
    private static TicketReading Read(string code, EventRow row, IReadOnlyList<EssConsult.Tickets.Keys.TicketPublicKey> keys)
    {
        var readings = keys.Select(key => TicketCode.Read(code, key, EventKey.Of(row.ContentItemId))).ToList();
        return readings.FirstOrDefault(reading => reading.Ticket is not null) ?? readings[0];
    }

    private static CodeProblem? ProblemOf(TicketReading reading, Attendee? seat) => reading.Verdict switch
    {
        TicketVerdict.Unreadable => CodeProblem.Unreadable,
        TicketVerdict.WrongSignature or TicketVerdict.UnknownVersion => CodeProblem.NotOurs,
        _ when seat is null || !CryptographicOperations.FixedTimeEquals(seat.Secret, reading.Ticket!.Secret.ToBytes()) => CodeProblem.Replaced,
        _ => null,
    };
}
