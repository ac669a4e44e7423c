using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace EssConsult.Tickets.Paper;

/// <summary>A certificate of attendance whose QR code proves what its words say.</summary>
public static class AttendancePdf
{
    private const double Margin = 28 * Ink.Mm;
    private const double QrSide = 56 * Ink.Mm;
    private const double FootHeight = 100 * Ink.Mm;

    /// <summary>Draws the certificate.</summary>
    public static PdfFile Draw(AttendanceSheet sheet, PaperStyle style, AttendanceWords? words = null)
    {
        words ??= new AttendanceWords();
        var statement = sheet.Proof.Statement;
        using var draft = new PaperDraft($"{words.Title} – {statement.Name}", style);
        draft.AddPage();
        var width = draft.Width - (2 * Margin);
        void Say(ref double y, double before, string text, Func<double, XFont> face, double largest, double smallest, int lines, XColor colour, PdfBlockLevelElementTag tag = PdfBlockLevelElementTag.Paragraph) =>
            y = draft.Write(tag, TextBlock.Fit(draft.Page, text, face, largest, smallest, width, lines), colour, Margin, y + (before * Ink.Mm));

        draft.Decorate(page => page.DrawRectangle(new XSolidBrush(draft.Accent), 0, 0, 5 * Ink.Mm, draft.Height));
        var y = 24 * Ink.Mm;
        Say(ref y, 0, style.Author, Ink.Strong, 11, 8, 1, Ink.Soft);
        Say(ref y, 12, words.Title, Ink.Display, 30, 18, 1, draft.Accent, PdfBlockLevelElementTag.Heading1);
        Say(ref y, 16, string.Format(CultureInfo.InvariantCulture, words.Issuer, statement.Issuer), Ink.Regular, 13, 9, 2, Ink.Soft);
        Say(ref y, 7, statement.Name, Ink.Display, 26, 13, 2, Ink.Black);
        if (statement.Organisation.Length > 0)
        {
            Say(ref y, 6, statement.Organisation, Ink.Regular, 13, 9, 2, Ink.Black);
        }

        Say(ref y, 10, words.Attended, Ink.Regular, 13, 9, 1, Ink.Soft);
        Say(ref y, 7, statement.Event, Ink.Strong, 18, 11, 3, Ink.Black);
        DrawFacts(draft, y + (11 * Ink.Mm), width,
            [(words.When, sheet.When), (words.Where, statement.Place), (words.Duration, sheet.Duration), (words.Number, statement.Number)]);
        DrawFoot(draft, sheet, words, width);
        return draft.Finish();
    }

    private static void DrawFacts(PaperDraft draft, double y, double width, ReadOnlySpan<(string Label, string Value)> facts)
    {
        var label = width * 0.3;
        foreach (var (name, value) in facts)
        {
            var block = TextBlock.Fit(draft.Page, value, Ink.Strong, 11.5, 8, width - label, 2);
            draft.Write(PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, name, Ink.Regular, 11.5, 8, label - (3 * Ink.Mm), 1), Ink.Soft, Margin, y);
            y = draft.Write(PdfBlockLevelElementTag.Paragraph, block, Ink.Black, Margin + label, y) + (4 * Ink.Mm);
        }
    }

    private static void DrawFoot(PaperDraft draft, AttendanceSheet sheet, AttendanceWords words, double width)
    {
        var top = draft.Height - FootHeight;
        draft.Decorate(page => page.DrawLine(new XPen(Ink.Line, 0.75), Margin, top, Margin + width, top));
        var issued = TextBlock.Fit(draft.Page, sheet.Issued, Ink.Regular, 11.5, 8, width, 1);
        var y = draft.Write(PdfBlockLevelElementTag.Paragraph, issued, Ink.Black, Margin, top + (8 * Ink.Mm));
        draft.Write(PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, sheet.Proof.Statement.Issuer, Ink.Strong, 11.5, 8, width, 1), Ink.Black, Margin, y + (3 * Ink.Mm));

        top += 24 * Ink.Mm;
        draft.Decorate(page => page.DrawRoundedRectangle(new XSolidBrush(Ink.Thin(draft.Accent, 0.1)), Margin, top, width, QrSide, 5 * Ink.Mm, 5 * Ink.Mm));
        var text = width - QrSide - (7 * Ink.Mm);
        y = draft.Write(PdfBlockLevelElementTag.Heading2, TextBlock.Fit(draft.Page, words.Check, Ink.Strong, 12, 9, text, 1), draft.Accent, Margin + (7 * Ink.Mm), top + (9 * Ink.Mm));
        var sentence = string.Format(CultureInfo.InvariantCulture, words.Explanation, sheet.Proof.KeyFingerprint);
        draft.Write(PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, sentence, Ink.Regular, 9.5, 7, text, 9), Ink.Black, Margin + (7 * Ink.Mm), y + (5 * Ink.Mm));
        draft.DrawQr(sheet.Proof.Text, words.Code, Margin + width - QrSide + (3 * Ink.Mm), top + (3 * Ink.Mm), QrSide - (6 * Ink.Mm));
    }
}
