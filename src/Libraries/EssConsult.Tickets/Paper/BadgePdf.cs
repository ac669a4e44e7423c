using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace EssConsult.Tickets.Paper;

/// <summary>Badges to cut out of A4 pages, in the order given; marks at their corners guide the knife.</summary>
public static class BadgePdf
{
    private const double MarkLength = 3 * Ink.Mm;

    // The drawing is thought for 90 × 54 mm; other sizes scale with it.
    private const double ThoughtWidth = 90 * Ink.Mm;
    private const double ThoughtHeight = 54 * Ink.Mm;

    /// <summary>Draws the badges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No badge, or the grid does not fit a page.</exception>
    public static PdfFile Draw(string eventTitle, IReadOnlyList<Badge> badges, PaperStyle style, BadgeGrid? grid = null, BadgeWords? words = null)
    {
        grid ??= new BadgeGrid();
        words ??= new BadgeWords();
        ArgumentOutOfRangeException.ThrowIfZero(badges.Count);
        if (grid is not { Columns: >= 1 and <= 3, Rows: >= 1 and <= 8, SideMm: >= 0 and <= 60, TopMm: >= 0 and <= 60 })
        {
            throw new ArgumentOutOfRangeException(nameof(grid), grid, "The grid does not fit an A4 page.");
        }

        using var draft = new PaperDraft($"{words.Title} – {eventTitle}", style);
        foreach (var sheet in badges.Chunk(grid.Count))
        {
            draft.AddPage();
            var width = (draft.Width - (2 * grid.SideMm * Ink.Mm)) / grid.Columns;
            var height = (draft.Height - (2 * grid.TopMm * Ink.Mm)) / grid.Rows;
            draft.Decorate(page => DrawMarks(page, grid, width, height));
            foreach (var (place, badge) in sheet.Index())
            {
                var cell = new XRect((grid.SideMm * Ink.Mm) + (place % grid.Columns * width), (grid.TopMm * Ink.Mm) + (place / grid.Columns * height), width, height);
                DrawBadge(draft, cell, eventTitle, badge, words);
            }
        }

        return draft.Finish();
    }

    private static void DrawBadge(PaperDraft draft, XRect cell, string eventTitle, Badge badge, BadgeWords words)
    {
        var scale = Math.Min(cell.Width / ThoughtWidth, cell.Height / ThoughtHeight);
        var padding = 5.5 * Ink.Mm * scale;
        var inner = new XRect(cell.X + padding, cell.Y + padding, cell.Width - (2 * padding), cell.Height - (2 * padding));

        // The quiet zone is white already: the code stands in the padding, below the lowest that two lines of the largest name reach.
        var side = badge.Code.Length > 0 ? 23 * Ink.Mm * scale : 0;
        var beside = inner.Width - Math.Max(0, side - (2 * Ink.Mm * scale));

        draft.Write(PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, eventTitle, Ink.Strong, 8 * scale, 6.5 * scale, inner.Width, 1), draft.Accent, inner.X, inner.Y);
        var name = TextBlock.Fit(draft.Page, badge.Name, Ink.Display, 22 * scale, 10 * scale, inner.Width, 2);
        var y = draft.Write(PdfBlockLevelElementTag.Heading1, name, Ink.Black, inner.X, inner.Y + (6 * Ink.Mm * scale)) + (4.5 * Ink.Mm * scale);
        if (badge.Organisation.Length > 0)
        {
            draft.Write(PdfBlockLevelElementTag.Paragraph, TextBlock.Fit(draft.Page, badge.Organisation, Ink.Regular, 11 * scale, 7.5 * scale, beside, 3), Ink.Soft, inner.X, y);
        }

        var foot = string.Join(" · ", new[] { badge.Table.Length > 0 ? $"{words.Table} {badge.Table}" : "", badge.Role }.Where(part => part.Length > 0));
        if (foot.Length > 0)
        {
            var block = TextBlock.Fit(draft.Page, foot, Ink.Strong, 14 * scale, 8 * scale, beside, 1);
            draft.Write(PdfBlockLevelElementTag.Paragraph, block, draft.Accent, inner.X, inner.Bottom - block.Height);
        }

        if (side > 0)
        {
            draft.DrawQr(badge.Code, words.Code, cell.Right - side - (3 * Ink.Mm * scale), cell.Bottom - side - (3 * Ink.Mm * scale), side);
        }
    }

    private static void DrawMarks(XGraphics page, BadgeGrid grid, double width, double height)
    {
        var pen = new XPen(Ink.Line, 0.5);
        for (var column = 0; column <= grid.Columns; column++)
        {
            for (var row = 0; row <= grid.Rows; row++)
            {
                var (x, y) = ((grid.SideMm * Ink.Mm) + (column * width), (grid.TopMm * Ink.Mm) + (row * height));
                page.DrawLine(pen, x - MarkLength, y, x + MarkLength, y);
                page.DrawLine(pen, x, y - MarkLength, x, y + MarkLength);
            }
        }
    }
}
