using System.Globalization;
using ClosedXML.Excel;
using CsvHelper;
using EssConsult.Registration.Door;
using EssConsult.Registration.Events;
using EssConsult.Registration.Features.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Features.Admin;

/// <summary>The registrations of an event as a table for spreadsheets, with who came and the answers to its questions; never with needs.</summary>
internal sealed class RegistrationExport(SiteDb db, ListRegistrations list, RegistrationQuestions questions, DoorQuestions atTheDoor, IStringLocalizer words)
{
    private const int AtOnce = 200;

    // With a byte order mark: without it, spreadsheets take accents for something else.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };
    private static readonly string[] Columns = ["N°", "Nom", "Structure", "Adresse e-mail", "Places", "État", "Motif", "Inscription", "Confirmée", "Venus"];

    /// <summary>Streamed: two hundred rows are read, written and forgotten.</summary>
    public async Task WriteCsvAsync(Stream to, EventRow row, RegistrationFilter filter, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(to, Options, leaveOpen: true);
        await foreach (var line in LinesAsync(row, filter, ct))
        {
            await csv.WriteRecordAsync([.. line.Select(SpreadsheetCell.Safe)], ct);
        }
    }

    public async Task WriteExcelAsync(Stream to, EventRow row, RegistrationFilter filter, CancellationToken ct)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.Worksheets.Add(words["Inscriptions"].Value);
        var number = 0;
        await foreach (var line in LinesAsync(row, filter, ct))
        {
            number++;
            for (var column = 0; column < line.Count; column++)
            {
                sheet.Cell(number, column + 1).SetValue(line[column] ?? string.Empty);
            }
        }

        sheet.Row(1).Style.Font.Bold = true;
        sheet.SheetView.FreezeRows(1);
        workbook.SaveAs(to);
    }

    private async IAsyncEnumerable<IReadOnlyList<string?>> LinesAsync(EventRow row, RegistrationFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var asked = questions.For(row) is { } empty ? (await questions.ShowAsync(empty.WriteContentItem().ToJsonString(), ct)).Select(answer => answer.Field).ToList() : [];
        var door = atTheDoor.Of(row);
        yield return [.. Columns.Select(column => words[column].Value), .. asked.Select(field => field.DisplayName), .. door.Select(question => question.Label)];
        await foreach (var (found, came, said) in RowsAsync(row.ContentItemId, filter, ct))
        {
            var answers = asked.Count == 0 ? [] : (await questions.ShowAsync(found.Answers, ct)).ToDictionary(answer => answer.Field.Name, answer => answer.Text);
            yield return
            [
                found.Arrival.ToString(CultureInfo.InvariantCulture), found.Name, found.Organisation, found.Email, found.Seats.ToString(CultureInfo.InvariantCulture), words[found.State.Label()].Value,
                found.EndReason is { } reason ? words[reason.Label()].Value : null, Stamp(found.CreatedUtc), found.ConfirmedUtc is { } proved ? Stamp(proved) : null, came.ToString(CultureInfo.InvariantCulture),
                .. asked.Select(field => answers.GetValueOrDefault(field.Name)), .. door.Select(question => string.Join(" ; ", said.Where(answer => answer.Question == question.Key).Select(answer => Shown(question, answer.Value)))),
            ];
        }
    }

    /// <summary>Page by page: what a question shows may be read from the database too, which one open reader would forbid.</summary>
    private async IAsyncEnumerable<(Registration Row, int Came, IEnumerable<(string Question, string Value)> AtTheDoor)> RowsAsync(string eventId, RegistrationFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var after = 0L;
        for (var read = AtOnce; read == AtOnce;)
        {
            var page = await list.Matching(eventId, filter).Where(line => line.Arrival > after).OrderBy(line => line.Arrival).Take(AtOnce).ToListAsync(ct);
            var seen = await AtTheDoorAsync(eventId, page, ct);
            foreach (var found in page)
            {
                yield return (found, seen.Came.GetValueOrDefault(found.WithinId ?? found.Id), seen.Answers[found.WithinId ?? found.Id]);
            }

            (read, after) = (page.Count, page.Count > 0 ? page[^1].Arrival : after);
        }
    }

    /// <summary>Of a page of registrations: how many of each came, and what its people answered at the door, one after the other.</summary>
    private async Task<(Dictionary<Guid, int> Came, ILookup<Guid, (string Question, string Value)> Answers)> AtTheDoorAsync(string eventId, List<Registration> page, CancellationToken ct)
    {
        var (ids, keys) = (page.ConvertAll(found => found.WithinId ?? found.Id), page.ToDictionary(found => found.FormKey, found => found.WithinId ?? found.Id));
        var walkIns = keys.Keys.ToList();
        var seats = await db.Set<Attendee>().AsNoTracking().Where(seat => ids.Contains(seat.RegistrationId)).ToDictionaryAsync(seat => seat.Id, ct);
        var seatIds = seats.Keys.ToList();
        var entries = await db.CountingEntries().Where(scan => scan.EventId == eventId && ((scan.AttendeeId != null && seatIds.Contains(scan.AttendeeId.Value)) || (scan.WalkInKey != null && walkIns.Contains(scan.WalkInKey.Value))))
            .Select(scan => new { scan.AttendeeId, scan.WalkInKey }).Distinct().ToListAsync(ct);
        var answers = await db.Set<DoorAnswer>().AsNoTracking().Where(answer => answer.EventId == eventId && ((answer.AttendeeId != null && seatIds.Contains(answer.AttendeeId.Value)) || (answer.WalkInKey != null && walkIns.Contains(answer.WalkInKey.Value)))).ToListAsync(ct);

        // Who came unannounced is known by the device's key: it stands for the first seat.
        var first = seats.Values.Where(seat => seat.Position == 0).ToDictionary(seat => seat.RegistrationId, seat => seat.Id);
        Guid? SeatOf(Guid? attendee, Guid? key) => attendee ?? (first.TryGetValue(keys[key!.Value], out var id) ? id : null);
        var came = entries.Select(entry => SeatOf(entry.AttendeeId, entry.WalkInKey)).OfType<Guid>().Distinct().GroupBy(seat => seats[seat].RegistrationId).ToDictionary(group => group.Key, group => group.Count());
        var said = DoorAnswer.Latest(answers, answer => SeatOf(answer.AttendeeId, answer.WalkInKey)).OrderBy(person => seats[person.Key].Position)
            .SelectMany(person => person.Value.Select(answer => (seats[person.Key].RegistrationId, answer.Key, answer.Value))).ToLookup(answer => answer.RegistrationId, answer => (answer.Key, answer.Value));
        return (came, said);
    }

    private string Shown(DoorQuestion question, string value) => question.Options.FirstOrDefault(option => option.Value == value) is { IsPhrase: true } phrase ? words[phrase.Label] : question.Show(value);

    private static string Stamp(DateTime utc) => utc.ToParis().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
