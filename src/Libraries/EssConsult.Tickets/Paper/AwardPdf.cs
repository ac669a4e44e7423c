using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace EssConsult.Tickets.Paper;

/// <summary>A laureate's certificate, whose QR code leads to where the award is published.</summary>
public static class AwardPdf
{
    private const double Margin = 28 * Ink.Mm;
    private const double QrSide = 46 * Ink.Mm;
    private const double FootHeight = 66 * Ink.Mm;

    /// <summary>Draws the certificate.</summary>
    public static PdfFile Draw(AwardSheet sheet, PaperStyle style)
    {
        using var draft = new PaperDraft($"{sheet.Heading} – {sheet.Project}", style);
        draft.AddPage();
        var width = draft.Width - (2 * Margin);
        void Say(ref double y, double before, string text, Func<double, XFont> face, double largest, double smallest, int lines, XColor colour, PdfBlockLevelElementTag tag = PdfBlockLevelElementTag.Paragraph) =>
            y = draft.Write(tag, TextBlock.Fit(draft.Page, text, face, largest, smallest, width, lines), colour, Margin, y + (before * Ink.Mm));

        draft.Decorate(page => page.DrawRectangle(new XSolidBrush(draft.Accent), 0, 0, 5 * Ink.Mm, draft.Height));
        var y = 24 * Ink.Mm;
        Say(ref y, 0, style.Author, Ink.Strong, 11, 8, 1, Ink.Soft);
        Say(ref y, 12, sheet.Heading, Ink.Display, 30, 18, 1, draft.Accent, PdfBlockLevelElementTag.Heading1);
        Say(ref y, 16, sheet.Opening, Ink.Regular, 13, 9, 2, Ink.Soft);
        Say(ref y, 7, sheet.Project, Ink.Display, 26, 13, 3, Ink.Black);
        if (sheet.Organisation.Length > 0)
        {
            Say(ref y, 6, sheet.Organisation, Ink.Regular, 13, 9, 2, Ink.Black);
        }

        Say(ref y, 10, sheet.Received, Ink.Regular, 13, 9, 1, Ink.Soft);
        Say(ref y, 7, sheet.Award, Ink.Strong, 20, 11, 3, Ink.Black);
        y += 11 * Ink.Mm;
        foreach (var fact in sheet.Facts)
        {
            draft.Write(PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, fact.Label, Ink.Regular, 11.5, 8, width * 0.28, 1), Ink.Soft, Margin, y);
            y = draft.Write(PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, fact.Value, Ink.Strong, 11.5, 7, width * 0.7, 3), Ink.Black, Margin + (width * 0.3), y) + (4 * Ink.Mm);
        }

        DrawFoot(draft, sheet, width);
        return draft.Finish();
    }

    private static void DrawFoot(PaperDraft draft, AwardSheet sheet, double width)
    {
        var top = draft.Height - FootHeight;
        draft.Decorate(page => page.DrawRoundedRectangle(new XSolidBrush(Ink.Thin(draft.Accent, 0.1)), Margin, top, width, QrSide, 5 * Ink.Mm, 5 * Ink.Mm));
        var text = width - QrSide - (7 * Ink.Mm);
        var y = draft.Write(PdfBlockLevelElementTag.Heading2, TextBlock.Fit(draft.Page, sheet.Check, Ink.Strong, 12, 9, text, 1), draft.Accent, Margin + (7 * Ink.Mm), top + (8 * Ink.Mm));
        draft.Write(PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, sheet.Explanation, Ink.Regular, 9.5, 6, text, 8), Ink.Black, Margin + (7 * Ink.Mm), y + (5 * Ink.Mm));
        draft.DrawQr(sheet.Address, sheet.Code, Margin + width - QrSide + (3 * Ink.Mm), top + (3 * Ink.Mm), QrSide - (6 * Ink.Mm));
    }
}
