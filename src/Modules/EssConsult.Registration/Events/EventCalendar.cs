using System.Globalization;
using EssConsult.Mail.Contracts;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace EssConsult.Registration.Events;

/// <summary>
/// Entries for calendars (RFC 5545). One person's entry for one event keeps its UID; each change raises SEQUENCE, so that what was there
/// moves, and a CANCEL takes it out (RFC 5546, § 3.2).
/// </summary>
internal sealed class EventCalendar(ISiteAddress address, IMailSender sender, SiteSettings settings, TimeProvider clock)
{
    private const string Zone = "Europe/Paris";

    /// <summary>For one registered person: invites, moves or withdraws.</summary>
    /// <param name="row">The event as it is now.</param>
    /// <param name="registrationId">Makes the UID.</param>
    /// <param name="attendee">The address that it is sent to.</param>
    /// <param name="isCancelled">The event is called off, or the person comes no more.</param>
    /// <param name="url">The person's own page.</param>
    public MailCalendar Personal(EventRow row, Guid registrationId, string attendee, bool isCancelled, string url)
    {
        var entry = Entry(row, Uid(registrationId), url);
        entry.Organizer = new Organizer($"mailto:{sender.Address}") { CommonName = settings.SiteName };
        entry.Attendees.Add(new Ical.Net.DataTypes.Attendee($"mailto:{attendee}") { ParticipationStatus = EventParticipationStatus.Accepted, Rsvp = false });
        if (isCancelled)
        {
            entry.Status = EventStatus.Cancelled;
            entry.Sequence++;
        }

        var method = isCancelled ? "CANCEL" : "REQUEST";
        return new MailCalendar(method, Write([entry], method));
    }

    /// <summary>For the page of a registration: a file that anybody's calendar takes.</summary>
    public string File(EventRow row, Guid registrationId, string url) => Write([Entry(row, Uid(registrationId), url)], "PUBLISH");

    /// <summary>The public calendar of all events, to subscribe to.</summary>
    public string Feed(IEnumerable<EventRow> rows) => Write(rows.Select(row => Entry(row, $"{row.ContentItemId}@{Host}", address.Absolute("/" + row.Path))), "PUBLISH");

    /// <summary>Address of the page where Google's calendar takes an entry over.</summary>
    public string Google(EventRow row) =>
        "https://calendar.google.com/calendar/render?action=TEMPLATE&text=" + Uri.EscapeDataString(row.Title) + "&dates=" + Stamp(row.StartsUtc) + "/" + Stamp(row.EndsUtc)
        + "&location=" + Uri.EscapeDataString(Location(row)) + "&details=" + Uri.EscapeDataString(address.Absolute("/" + row.Path));

    public static string Location(EventRow row) => string.Join(", ", new[] { row.Place, row.Address }.Where(words => words is not null));

    private string Host => new Uri(address.Absolute("/")).Host;

    private string Uid(Guid registrationId) => $"{registrationId:N}@{Host}";

    private CalendarEvent Entry(EventRow row, string uid, string url) => new()
    {
        Uid = uid, Sequence = row.Sequence, DtStamp = new CalDateTime(clock.UtcNow(), "UTC"),
        Start = new CalDateTime(row.StartsUtc.ToParis(), Zone), End = new CalDateTime(row.EndsUtc.ToParis(), Zone),
        Summary = row.Title, Location = Location(row) is { Length: > 0 } place ? place : null, Url = new Uri(url), Description = url,
        Status = row.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed, LastModified = new CalDateTime(row.ChangedUtc, "UTC"),
    };

    private string Write(IEnumerable<CalendarEvent> entries, string method)
    {
        var calendar = new Ical.Net.Calendar { Method = method, ProductId = $"-//{settings.SiteName}//EssConsult//FR" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone, clock.UtcNow().AddYears(-1), includeHistoricalData: false));
        foreach (var entry in entries)
        {
            calendar.Events.Add(entry);
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The calendar has no text.");
    }

    private static string Stamp(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
