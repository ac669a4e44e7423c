using EssConsult.Registration.Door;
using EssConsult.Tickets.Paper;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Tickets;

/// <summary>What organisers print before an event.</summary>
internal sealed class EventPapers(DoorPeople people, TicketKeys keys, TicketPaper paper, IStringLocalizer words)
{
    private const int LinesForOthers = 20;

    /// <summary>A badge with its code for each expected person who has a name, by name.</summary>
    /// <exception cref="RuleException">Nobody is expected yet.</exception>
    public async Task<PdfFile> BadgesAsync(EventRow row, CancellationToken ct)
    {
        var key = await keys.CurrentAsync(ct);
        var expected = (await ExpectedAsync(row, ct)).Where(person => person.IsNamed).ToList();
        return expected.Count == 0
            ? throw new RuleException("badges.none", "Personne n’est encore inscrit : il n’y a pas de badge à imprimer.")
            : BadgePdf.Draw(row.Title, [.. expected.Select(person => new Badge { Name = person.Name, Organisation = person.Organisation, Code = person.Code(key) })], paper.Style, words: new BadgeWords { Table = words["Table"], Code = words["Code QR du billet"] });
    }

    /// <summary>The list to sign, by name, with lines for those who come unannounced.</summary>
    public async Task<PdfFile> SignInAsync(EventRow row, CancellationToken ct) => SignInPdf.Draw(
        new SignInSheet { Event = row.Title, When = TicketPaper.When(row), Where = paper.Where(row), Lines = [.. (await ExpectedAsync(row, ct)).Select(person => new SignInLine(person.Name, person.Organisation))], BlankLines = LinesForOthers },
        paper.Style,
        new SignInWords { Title = words["Liste d’émargement"], Number = words["N°"], Name = words["Nom"], Organisation = words["Organisation"], Signature = words["Signature"], Page = words["Page {0}/{1}"].Value });

    private async Task<IEnumerable<DoorPerson>> ExpectedAsync(EventRow row, CancellationToken ct) => (await people.ReadAsync(row, ct)).Where(person => person.IsExpected).OrderBy(person => person.Name, StringComparer.CurrentCulture);
}
