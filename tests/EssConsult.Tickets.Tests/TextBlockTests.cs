using CsCheck;
using EssConsult.Tickets.Paper;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace EssConsult.Tickets.Tests;

public sealed class TextBlockTests
{
    private static readonly string[] Words = ["Anne", "de", "La", "Rochefoucauld-Montmorency", "Wolfeschlegelsteinhausenbergerdorff", "Œ"];

    private static readonly XGraphics Page = NewPage();

    [Fact]
    public void No_line_is_wider_than_its_place_and_none_is_too_many() =>
        Gen.Select(Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 12], Gen.Double[60, 300], Gen.Int[1, 3]).Sample(
            (words, width, lines) =>
            {
                var block = TextBlock.Fit(Page, string.Join(' ', words), Ink.Display, 22, 8, width, lines);
                return block.Lines.Count <= lines && block.Lines.All(line => Page.MeasureString(line, Ink.Display(block.Size)).Width <= width + Page.MeasureString("…", Ink.Display(block.Size)).Width);
            },
            iter: 200, threads: 1);

    [Fact]
    public void A_short_name_is_large_and_a_long_one_shrinks()
    {
        TextBlock.Fit(Page, "Léa", Ink.Display, 22, 10, 200, 2).Size.ShouldBe(22);
        TextBlock.Fit(Page, "Maximilien-Alexandre de La Rochefoucauld-Montmorency", Ink.Display, 22, 10, 200, 2).Size.ShouldBeInRange(10, 21.5);
    }

    [Fact]
    public void What_does_not_fit_ends_with_an_ellipsis() =>
        TextBlock.Fit(Page, string.Join(' ', Enumerable.Repeat("encore", 50)), Ink.Regular, 12, 8, 100, 2).Lines[^1].ShouldEndWith("…");

    [Fact]
    public void A_non_breaking_space_does_not_break() =>
        TextBlock.Wrap(Page, "à 9\u00A0h", Ink.Regular(12), Page.MeasureString("à 9", Ink.Regular(12)).Width + 1).Lines.ShouldBe(["à", "9\u00A0h"]);

    [Fact]
    public void Nothing_takes_no_room() => TextBlock.Fit(Page, "", Ink.Regular, 12, 8, 100, 2).Height.ShouldBe(0);

    private static XGraphics NewPage()
    {
        PaperFonts.Register();
        return XGraphics.FromPdfPage(new PdfDocument().AddPage());
    }
}
