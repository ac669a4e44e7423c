using EssConsult.Tickets.Paper;

namespace EssConsult.Tickets.Tests;

public sealed class CopyPdfTests
{
    private static readonly PaperStyle Style = new() { Author = "Éditeur d’essai", Created = DateTimeOffset.UnixEpoch };

    [Fact]
    public void A_long_answer_goes_on_over_as_many_pages_as_it_takes()
    {
        var line = string.Join(' ', Enumerable.Repeat("mot", 200));
        CopySheet Of(int lines) => new() { Title = "Un titre", Subtitle = "Prix d’essai", Facts = [new("Reçu le", "1 mars")], Passages = [new("Le projet", string.Join('\n', Enumerable.Repeat(line, lines)))], Foot = new string('a', 64) };

        (CopyPdf.Draw(Of(1), Style).Pages, CopyPdf.Draw(Of(12), Style).Pages).ShouldBe((1, 3));
        CopyPdf.Draw(Of(120), Style).Pages.ShouldBeInRange(14, 24);
        CopyPdf.Draw(new CopySheet { Title = "Vide", Subtitle = "Prix d’essai", Foot = string.Empty }, Style).Pages.ShouldBe(1);
    }
}
