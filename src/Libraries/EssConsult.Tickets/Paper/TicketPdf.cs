using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace EssConsult.Tickets.Paper;

/// <summary>One ticket on one A4 page; conditions too long for it go on behind.</summary>
public static class TicketPdf
{
    private const double Margin = 22 * Ink.Mm;
    private const double QrSide = 66 * Ink.Mm;
    private const double Gap = 9 * Ink.Mm;

    /// <summary>Draws the ticket.</summary>
    /// <exception cref="FormatException">The style's accent is not #rrggbb.</exception>
    public static PdfFile Draw(TicketSheet ticket, PaperStyle style, TicketWords? words = null) => Draw([ticket], style, words);

    /// <summary>Draws tickets that somebody holds together, each on a page of its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No ticket.</exception>
    public static PdfFile Draw(IReadOnlyList<TicketSheet> tickets, PaperStyle style, TicketWords? words = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(tickets.Count);
        words ??= new TicketWords();
        using var draft = new PaperDraft($"{words.Ticket} – {tickets[0].Event}", style);
        foreach (var ticket in tickets)
        {
            DrawPage(draft, ticket, words, style);
        }

        return draft.Finish();
    }

    private static void DrawPage(PaperDraft draft, TicketSheet ticket, TicketWords words, PaperStyle style)
    {
        draft.AddPage();
        var width = draft.Width - (2 * Margin);

        draft.Decorate(page => page.DrawRectangle(new XSolidBrush(draft.Accent), 0, 0, draft.Width, 5 * Ink.Mm));
        draft.Write(PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, style.Author, Ink.Strong, 11, 8, width * 0.7, 1), draft.Accent, Margin, Margin);
        draft.Write(PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, words.Ticket, Ink.Regular, 11, 8, width * 0.3, 1), Ink.Soft, draft.Width - Margin, Margin, XStringFormats.BaseLineRight);

        var title = TextBlock.Fit(draft.Page, ticket.Event, Ink.Display, 32, 16, width, 4);
        var y = draft.Write(PdfBlockLevelElementTag.Heading1, title, Ink.Black, Margin, Margin + (17 * Ink.Mm)) + (14 * Ink.Mm);

        var code = y;
        y = Math.Max(DrawFacts(draft, ticket, words, width - QrSide - Gap, y), DrawCode(draft, ticket, words, draft.Width - Margin - QrSide, code)) + (14 * Ink.Mm);
        DrawConditions(draft, ticket, words, width, y);
    }

    private static double DrawFacts(PaperDraft draft, TicketSheet ticket, TicketWords words, double width, double y)
    {
        (string Label, string Value)[] facts =
        [
            (words.Name, ticket.Name), (words.Organisation, ticket.Organisation), (words.When, ticket.When),
            (words.Where, ticket.Where), (words.People, ticket.Party > 1 ? ticket.Party.ToString(CultureInfo.InvariantCulture) : ""),
            (words.Table, ticket.Table), (words.Number, ticket.Number),
        ];
        foreach (var (label, value) in facts.Where(fact => fact.Value.Length > 0))
        {
            y = draft.Write(PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, label, Ink.Regular, 9.5, 7, width, 1), Ink.Soft, Margin, y) + (2.4 * Ink.Mm);
            var name = ReferenceEquals(value, ticket.Name);
            y = draft.Write(PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, value, Ink.Strong, name ? 18 : 13, 9, width, 3), Ink.Black, Margin, y) + (7.5 * Ink.Mm);
        }

        return y - (7.5 * Ink.Mm);
    }

    private static double DrawCode(PaperDraft draft, TicketSheet ticket, TicketWords words, double x, double y)
    {
        const double Frame = 3 * Ink.Mm;
        var sentence = TextBlock.Wrap(draft.Page, words.Present, Ink.Regular(9.5), QrSide - (2 * Frame));
        var height = QrSide + sentence.Height + (5 * Ink.Mm);
        draft.Decorate(page => page.DrawRoundedRectangle(new XSolidBrush(Ink.Thin(draft.Accent, 0.1)), x, y, QrSide, height, 5 * Ink.Mm, 5 * Ink.Mm));
        draft.DrawQr(ticket.Code, words.Code, x + Frame, y + Frame, QrSide - (2 * Frame));
        draft.Write(PdfBlockLevelElementTag.Paragraph, sentence, Ink.Black, x + Frame, y + QrSide);
        return y + height;
    }

    private static void DrawConditions(PaperDraft draft, TicketSheet ticket, TicketWords words, double width, double y)
    {
        if (ticket.Conditions.Count == 0)
        {
            return;
        }

        draft.Decorate(page => page.DrawLine(new XPen(Ink.Line, 0.75), Margin, y, Margin + width, y));
        y = draft.Write(PdfBlockLevelElementTag.Heading2, TextBlock.Fit(draft.Page, words.Conditions, Ink.Strong, 12, 9, width, 1), draft.Accent, Margin, y + (9 * Ink.Mm)) + (5 * Ink.Mm);
        foreach (var condition in ticket.Conditions)
        {
            var block = TextBlock.Wrap(draft.Page, condition, Ink.Regular(10), width);
            if (y + block.Height > draft.Height - Margin)
            {
                draft.AddPage();
                y = Margin;
            }

            y = draft.Write(PdfBlockLevelElementTag.Paragraph, block, Ink.Black, Margin, y) + (4 * Ink.Mm);
        }
    }
}
