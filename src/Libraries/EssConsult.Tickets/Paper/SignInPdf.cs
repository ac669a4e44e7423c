using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace EssConsult.Tickets.Paper;

/// <summary>The list that people sign at the door: the last resort when nothing electric works, and the proof that a funder asks for.</summary>
public static class SignInPdf
{
    private const double Margin = 18 * Ink.Mm;
    private const double RowHeight = 10.5 * Ink.Mm;
    private const double FooterHeight = 22 * Ink.Mm;
    private const double Inset = 2 * Ink.Mm;

    // Number, name, organisation, signature: shares of the width.
    private static readonly double[] Shares = [0.07, 0.34, 0.29, 0.30];

    /// <summary>Draws the list, sorted.</summary>
    public static PdfFile Draw(SignInSheet sheet, PaperStyle style, SignInWords? words = null)
    {
        words ??= new SignInWords();
        var culture = CultureInfo.GetCultureInfo(style.Language);
        SignInLine?[] lines =
        [
            .. sheet.Lines.OrderBy(line => line.Name, StringComparer.Create(culture, CompareOptions.IgnoreCase)).ThenBy(line => line.Name, StringComparer.Ordinal).ThenBy(line => line.Organisation, StringComparer.Ordinal),
            .. Enumerable.Repeat<SignInLine?>(null, sheet.BlankLines),
        ];

        using var draft = new PaperDraft($"{words.Title} – {sheet.Event}", style);
        draft.AddPage();
        var top = DrawHead(draft, sheet, words, style, first: true) + (7 * Ink.Mm);
        var perPage = (int)((draft.Height - top - FooterHeight) / RowHeight) - 1;
        var pages = Math.Max(1, (lines.Length + perPage - 1) / perPage);
        for (var number = 1; number <= pages; number++)
        {
            if (number > 1)
            {
                draft.AddPage();
                DrawHead(draft, sheet, words, style, first: false);
            }

            DrawTable(draft, words, top, lines.AsSpan()[((number - 1) * perPage)..Math.Min(lines.Length, number * perPage)], (number - 1) * perPage);
            var count = string.Format(culture, words.Page, number, pages);
            draft.Decorate(page => TextBlock.Fit(page, count, Ink.Regular, 9, 9, draft.Width, 1).Draw(page, Ink.Soft, draft.Width - Margin, draft.Height - (14 * Ink.Mm), XStringFormats.BaseLineRight));
            draft.Decorate(page => TextBlock.Fit(page, sheet.Event, Ink.Regular, 9, 7, draft.Width * 0.7, 1).Draw(page, Ink.Soft, Margin, draft.Height - (14 * Ink.Mm)));
        }

        return draft.Finish();
    }

    private static double DrawHead(PaperDraft draft, SignInSheet sheet, SignInWords words, PaperStyle style, bool first)
    {
        var width = draft.Width - (2 * Margin);
        var author = TextBlock.Fit(draft.Page, style.Author, Ink.Strong, 10, 7, width * 0.38, 1);
        draft.Decorate(page => author.Draw(page, Ink.Soft, draft.Width - Margin, Margin, XStringFormats.BaseLineRight));
        (PdfBlockLevelElementTag Tag, TextBlock Text, XColor Colour, double Before)[] parts =
        [
            (PdfBlockLevelElementTag.Heading1, TextBlock.Fit(draft.Page, words.Title, Ink.Display, 20, 12, width * 0.6, 1), draft.Accent, 0),
            (PdfBlockLevelElementTag.Heading2, TextBlock.Fit(draft.Page, sheet.Event, Ink.Strong, 12, 8, width, 2), Ink.Black, 6 * Ink.Mm),
            (PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, $"{sheet.When} – {sheet.Where}", Ink.Regular, 10, 7, width, 2), Ink.Soft, 3 * Ink.Mm),
        ];
        var y = Margin;
        foreach (var (tag, text, colour, before) in parts)
        {
            y += before;
            if (first)
            {
                y = draft.Write(tag, text, colour, Margin, y);
            }
            else
            {
                // It only repeats the first page's.
                draft.Decorate(page => text.Draw(page, colour, Margin, y));
                y += text.Height;
            }
        }

        return y;
    }

    private static void DrawTable(PaperDraft draft, SignInWords words, double top, ReadOnlySpan<SignInLine?> lines, int before)
    {
        var y = top;
        draft.Decorate(page => page.DrawRectangle(new XSolidBrush(Ink.Thin(draft.Accent, 0.1)), Margin, y, draft.Width - (2 * Margin), RowHeight));
        draft.Begin(PdfBlockLevelElementTag.Table);
        DrawRow(draft, PdfBlockLevelElementTag.TableHeaderCell, y, [words.Number, words.Name, words.Organisation, words.Signature]);
        foreach (var line in lines)
        {
            y += RowHeight;
            before++;
            DrawRow(draft, PdfBlockLevelElementTag.TableDataCell, y, [before.ToString(CultureInfo.InvariantCulture), line?.Name ?? "", line?.Organisation ?? ""]);
        }

        draft.End();
        var bottom = y + RowHeight;
        var rows = lines.Length + 1;
        draft.Decorate(page => DrawGrid(page, draft.Width - (2 * Margin), top, bottom, rows));
    }

    private static void DrawRow(PaperDraft draft, PdfBlockLevelElementTag tag, double y, ReadOnlySpan<string> cells)
    {
        var header = tag == PdfBlockLevelElementTag.TableHeaderCell;
        var x = Margin;
        draft.Begin(PdfBlockLevelElementTag.TableRow);
        for (var i = 0; i < cells.Length; i++)
        {
            var width = (draft.Width - (2 * Margin)) * Shares[i];
            var block = TextBlock.Fit(draft.Page, cells[i], header || i == 1 ? Ink.Strong : Ink.Regular, header || i != 1 ? 9.5 : 11, 7.5, width - (2 * Inset), 2);
            draft.Write(tag, block, header ? draft.Accent : i == 0 ? Ink.Soft : Ink.Black, x + Inset, y + ((RowHeight - block.Height) / 2));
            x += width;
        }

        draft.End();
    }

    private static void DrawGrid(XGraphics page, double width, double top, double bottom, int rows)
    {
        var pen = new XPen(Ink.Line, 0.5);
        for (var row = 0; row < rows; row++)
        {
            page.DrawLine(pen, Margin, bottom - (row * RowHeight), Margin + width, bottom - (row * RowHeight));
        }

        var x = Margin + ((1 - Shares[^1]) * width);
        page.DrawLine(pen, x, top + RowHeight, x, bottom);
    }
}
