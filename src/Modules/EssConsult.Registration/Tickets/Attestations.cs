using System.Text;
using EssConsult.Registration.Door;
using EssConsult.Tickets;
using EssConsult.Tickets.Attendance;
using EssConsult.Tickets.Paper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Tickets;

/// <summary>States that somebody attended, once the event is over and if the door saw them: for as long as they were inside between its start and its end.</summary>
internal sealed class Attestations(SiteDb db, TicketKeys keys, TicketPaper paper, IStringLocalizer words, TimeProvider clock)
{
    /// <returns>Null before the end, and for whom the door did not see.</returns>
    public async Task<SignedAttendance?> SignAsync(SeatTicket ticket, CancellationToken ct)
    {
        var row = ticket.Event;
        if (row.EndsUtc > clock.UtcNow() || await PresenceAsync(ticket, ct) is not { } presence)
        {
            return null;
        }

        // Each value has its share of what a QR code holds (SignedAttendance.MaximumBytes).
        return SignedAttendance.Sign(new AttendanceStatement
        {
            Event = Cut(row.Title, 280), Place = Cut(paper.Where(row), 220), Start = Wall(row.StartsUtc), End = Wall(row.EndsUtc), Minutes = presence.MinutesWithin(row.StartsUtc, row.EndsUtc),
            Name = Cut(ticket.Seat.Name!, 220), Organisation = Cut(ticket.Seat.Organisation ?? string.Empty, 180), Issuer = Cut(paper.Issuer, 180),
            Number = $"{EventKey.Of(row.ContentItemId)}-{ticket.Number}", IssuedOn = DateOnly.FromDateTime(clock.UtcNow().ToParis()),
        }, await keys.CurrentAsync(ct));
    }

    /// <summary>The paper.</summary>
    public PdfFile Draw(SignedAttendance proof, EventRow row) => AttendancePdf.Draw(
        new AttendanceSheet { Proof = proof, When = TicketPaper.When(row), Duration = paper.Duration(proof.Statement.Minutes), Issued = words["Fait le {0}", clock.UtcNow().Day()].Value },
        paper.Style,
        new AttendanceWords
        {
            Title = words["Attestation de présence"], Issuer = words["{0} atteste que"].Value, Attended = words["a participé à"], When = words["Date"], Where = words["Lieu"], Duration = words["Durée de présence"], Number = words["Attestation n°"], Check = words["Vérifier cette attestation"],
            Explanation = words["Le code contient l’attestation entière et sa signature numérique (Ed25519, clé {0}). Quiconque possède la clé publique de l’émetteur peut la vérifier sans connexion ; tout changement, même d’une lettre, se voit."].Value,
            Code = words["Code QR : texte de l’attestation et sa signature numérique"],
        });

    private async Task<Presence?> PresenceAsync(SeatTicket ticket, CancellationToken ct)
    {
        var (eventId, seat) = (ticket.Event.ContentItemId, ticket.Seat);
        var key = await db.Set<Registration>().Where(row => row.Id == seat.RegistrationId && row.Source == RegistrationSource.Door).Select(row => (Guid?)row.FormKey).FirstOrDefaultAsync(ct);
        var scans = await db.Set<CheckIn>().AsNoTracking().Where(scan => scan.EventId == eventId && (scan.AttendeeId == seat.Id || scan.Kind == CheckInKind.Undo || (key != null && scan.WalkInKey == key))).ToListAsync(ct);
        return DoorState.Of(scans.Select(scan => scan.ToPassage(seat.Id))).Find(seat.Id);
    }

    private static DateTimeOffset Wall(DateTime utc) => new(utc.ToParis(), utc.ToParis() - utc);

    private static string Cut(string text, int bytes)
    {
        while (Encoding.UTF8.GetByteCount(text) > bytes)
        {
            text = text[..^(char.IsLowSurrogate(text[^1]) ? 2 : 1)];
        }

        return text;
    }
}
