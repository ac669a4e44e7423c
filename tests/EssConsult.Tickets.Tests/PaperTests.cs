using EssConsult.Tickets.Attendance;
using EssConsult.Tickets.Paper;
using PdfSharp.Pdf.IO;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace EssConsult.Tickets.Tests;

public sealed class PaperTests
{
    private const string When = "vendredi 12 mars 2027, de 9 h à 12 h 30";

    private static readonly PaperStyle Style = new() { Author = "Nantes Métropole", Created = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero) };

    private static readonly string Code = TicketCode.Issue(Sample.Ticket, Sample.Key);

    private static readonly TicketSheet Ticket = new()
    {
        Event = Sample.Statement.Event, When = When, Where = Sample.Statement.Place, Name = Sample.Statement.Name,
        Table = "12", Number = "PL-0042", Code = Code, Conditions = ["Vous ne venez plus ? Annulez : votre place ira à la première personne qui attend."],
    };

    [Fact]
    public void A_ticket_is_one_page_that_says_who_where_and_when()
    {
        var text = TextOf(TicketPdf.Draw(Ticket, Style), pages: 1);

        foreach (var said in new[] { Ticket.Name, When, Ticket.Where, Ticket.Number, "Nantes Métropole", "Bon à savoir", "Annulez" })
        {
            text.ShouldContain(said);
        }
    }

    [Fact]
    public void Conditions_too_long_for_the_page_go_on_behind() =>
        TextOf(TicketPdf.Draw(Ticket with { Party = 3, Conditions = [.. Enumerable.Range(1, 40).Select(i => $"Condition {i}.")] }, Style), pages: 2).ShouldContain("Condition 40.");

    [Fact]
    public void Every_document_has_a_title_a_language_and_tags()
    {
        foreach (var file in All(Style with { Language = "en" }))
        {
            using var document = PdfReader.Open(new MemoryStream(Bytes(file)), PdfDocumentOpenMode.Import);

            document.Info.Title.ShouldNotBeNullOrEmpty();
            document.Info.Author.ShouldBe("Nantes Métropole");
            document.Language.ShouldBe("en");
            document.Internals.Catalog.Elements.ShouldContainKey("/StructTreeRoot");
            document.PageCount.ShouldBe(file.Pages);
            (document.Pages[0].Width.Millimeter, document.Pages[0].Height.Millimeter).ShouldSatisfyAllConditions(size => size.Item1.ShouldBe(210, 0.2), size => size.Item2.ShouldBe(297, 0.2));
        }
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes_on_many_threads_too()
    {
        var once = All(Style).Select(Bytes).ToList();

        Parallel.For(0, 4, _ => All(Style).Select(Bytes).Zip(once).ShouldAllBe(pair => Enumerable.SequenceEqual(pair.First, pair.Second)));
        Bytes(TicketPdf.Draw(Ticket with { Name = "Another" }, Style)).ShouldNotBe(once[0]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(40, 4)]
    public void Ten_badges_share_a_page(int badges, int pages) => TextOf(BadgePdf.Draw("Plénière", [.. Badges(badges)], Style), pages).ShouldContain($"Personne {badges}");

    [Fact]
    public void Another_grid_shares_it_otherwise() => TextOf(BadgePdf.Draw("Plénière", [.. Badges(9)], Style, new BadgeGrid(2, 4, 10, 10)), pages: 2).ShouldContain("Table 9");

    [Fact]
    public void A_grid_that_no_page_holds_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => BadgePdf.Draw("Plénière", [.. Badges(1)], Style, new BadgeGrid(0, 5)));
        Should.Throw<ArgumentOutOfRangeException>(() => BadgePdf.Draw("Plénière", [], Style));
    }

    [Fact]
    public void Three_hundred_names_are_sorted_and_numbered_under_a_head_on_every_page()
    {
        string[] first = ["Éloi", "Zoé", "Anne", "Édith", "Œdipe", "Cécile"];
        var lines = Enumerable.Range(0, 300).Select(i => new SignInLine($"{first[i % 6]} {i:000}", i % 2 == 0 ? "Les Écossolies" : "")).ToList();

        var file = SignInPdf.Draw(new SignInSheet { Event = Sample.Statement.Event, When = When, Where = Sample.Statement.Place, Lines = lines }, Style);
        using var document = PdfDocument.Open(Bytes(file));
        var pages = document.GetPages().Select(page => ContentOrderTextExtractor.GetText(page)).ToList();

        pages.Count.ShouldBe(file.Pages);
        foreach (var (number, page) in pages.Index())
        {
            page.ShouldContain("Liste d’émargement");
            page.ShouldContain("Signature");
            page.ShouldContain($"Page {number + 1}/{pages.Count}");
        }

        var places = lines.Select(line => (line.Name, At: string.Concat(pages).IndexOf(line.Name, StringComparison.Ordinal))).ToList();
        places.ShouldAllBe(place => place.At >= 0);
        places.OrderBy(place => place.At).Select(place => place.Name[..^4]).Distinct().ShouldBe(["Anne", "Cécile", "Édith", "Éloi", "Œdipe", "Zoé"]);
    }

    [Fact]
    public void A_list_of_nobody_is_a_page_to_fill_in() =>
        TextOf(SignInPdf.Draw(new SignInSheet { Event = "Atelier", When = When, Where = "Nantes", Lines = [], BlankLines = 5 }, Style), pages: 1).ShouldContain("5");

    [Fact]
    public void A_certificate_states_what_its_code_signs()
    {
        var text = TextOf(All(Style)[3], pages: 1);

        foreach (var said in new[] { "Attestation de présence", Sample.Statement.Name, "SCOP L’Œil du Phare", When, "3 h 30", "AP-0042", Sample.Key.Public.Fingerprint })
        {
            text.ShouldContain(said);
        }
    }

    [Fact]
    public void Words_are_the_callers() =>
        TextOf(TicketPdf.Draw(Ticket, Style with { Language = "en" }, new TicketWords { Ticket = "Ticket", Conditions = "Good to know" }), pages: 1).ShouldContain("Good to know");

    [Theory]
    [InlineData("Žofia Łukaszewicz-Őrsi")]
    [InlineData("Ελένη Παπαδοπούλου")]
    [InlineData("Олена Шевченко")]
    [InlineData("Đặng Thị Thu Hương")]
    public void Names_of_other_alphabets_are_written(string name) => TextOf(TicketPdf.Draw(Ticket with { Name = name }, Style), pages: 1).ShouldContain(name);

    [Fact]
    public void A_colour_that_is_none_is_refused() => Should.Throw<FormatException>(() => TicketPdf.Draw(Ticket, Style with { Accent = "blue" }));

    [Fact]
    public async Task A_response_that_takes_no_synchronous_writes_is_served()
    {
        var file = TicketPdf.Draw(Ticket, Style);
        await using var stream = new MemoryStream();

        await file.WriteAsync(stream, TestContext.Current.CancellationToken);

        stream.Length.ShouldBe(file.Length);
    }

    private static IEnumerable<Badge> Badges(int count) =>
        Enumerable.Range(1, count).Select(i => new Badge { Name = $"Personne {i}", Organisation = "Les Écossolies", Table = $"{i}", Role = "Équipe", Code = Code });

    private static IReadOnlyList<PdfFile> All(PaperStyle style) =>
    [
        TicketPdf.Draw(Ticket, style),
        BadgePdf.Draw("Plénière", [.. Badges(3)], style),
        SignInPdf.Draw(new SignInSheet { Event = "Plénière", When = When, Where = "Nantes", Lines = [new("Łucja"), new("Œdipe")] }, style),
        AttendancePdf.Draw(new AttendanceSheet { Proof = SignedAttendance.Sign(Sample.Statement, Sample.Key), When = When, Duration = "3 h 30", Issued = "Fait à Nantes, le 13 mars 2027" }, style),
    ];

    private static byte[] Bytes(PdfFile file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }

    private static string TextOf(PdfFile file, int pages)
    {
        file.Pages.ShouldBe(pages);
        using var document = PdfDocument.Open(Bytes(file));
        document.NumberOfPages.ShouldBe(pages);
        return string.Join('\n', document.GetPages().Select(page => ContentOrderTextExtractor.GetText(page)));
    }
}
