using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace EssConsult.Tickets.Paper;

/// <summary>A copy to keep and print, on as many pages as it takes.</summary>
public static class CopyPdf
{
    private const double Margin = 22 * Ink.Mm;
    private const double Foot = 20 * Ink.Mm;

    /// <summary>Draws the copy; the same content and moment give the same bytes.</summary>
    public static PdfFile Draw(CopySheet sheet, PaperStyle style)
    {
        using var draft = new PaperDraft($"{sheet.Title} – {sheet.Subtitle}", style);
        var page = new Column(draft, sheet.Foot);
        page.Say(PdfBlockLevelElementTag.Paragraph, style.Author, Ink.Strong(10), Ink.Soft, 0);
        page.Say(PdfBlockLevelElementTag.Heading1, sheet.Title, Ink.Display(20), draft.Accent, 8);
        page.Say(PdfBlockLevelElementTag.Paragraph, sheet.Subtitle, Ink.Regular(12), Ink.Soft, 4);
        foreach (var (index, fact) in sheet.Facts.Index())
        {
            page.Say(PdfBlockLevelElementTag.Paragraph, $"{fact.Label} : {fact.Value}", Ink.Regular(10), Ink.Black, index == 0 ? 7 : 2);
        }

        foreach (var passage in sheet.Passages)
        {
            page.Say(PdfBlockLevelElementTag.Heading2, passage.Heading, Ink.Strong(12), draft.Accent, 8, keep: 2);
            foreach (var line in passage.Text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                page.Say(PdfBlockLevelElementTag.Paragraph, line, Ink.Regular(11), Ink.Black, 3);
            }
        }

        return draft.Finish();
    }

    /// <summary>Where the next line stands, page after page.</summary>
    private sealed class Column
    {
        private readonly PaperDraft draft;
        private readonly string foot;
        private double y;
        private int number;

        public Column(PaperDraft draft, string foot)
        {
            (this.draft, this.foot) = (draft, foot);
            Turn();
        }

        /// <param name="tag">Its role.</param>
        /// <param name="text">Without line breaks.</param>
        /// <param name="font">One size: what is long takes more lines.</param>
        /// <param name="colour">Of the letters.</param>
        /// <param name="before">Millimetres above it.</param>
        /// <param name="keep">So many lines more must follow on its page.</param>
        public void Say(PdfBlockLevelElementTag tag, string text, XFont font, XColor colour, double before, int keep = 0)
        {
            var block = TextBlock.Wrap(draft.Page, text, font, draft.Width - (2 * Margin));
            y += before * Ink.Mm;
            for (var done = 0; done < block.Lines.Count;)
            {
                var room = block.Fitting(draft.Height - Foot - y) - (done == 0 ? keep : 0);
                if (room < 1)
                {
                    Turn();
                    continue;
                }

                var part = block.Part(done, room);
                y = draft.Write(tag, part, colour, Margin, y);
                done += part.Lines.Count;
                if (done < block.Lines.Count)
                {
                    Turn();
                }
            }
        }

        private void Turn()
        {
            draft.AddPage();
            (y, number) = (Margin, number + 1);
            var count = $"{number}";
            draft.Decorate(page => TextBlock.Fit(page, foot, Ink.Regular, 8, 5, draft.Width - (2 * Margin) - (10 * Ink.Mm), 1).Draw(page, Ink.Soft, Margin, draft.Height - (12 * Ink.Mm)));
            draft.Decorate(page => TextBlock.Fit(page, count, Ink.Regular, 9, 9, 10 * Ink.Mm, 1).Draw(page, Ink.Soft, draft.Width - Margin, draft.Height - (12 * Ink.Mm), XStringFormats.BaseLineRight));
        }
    }
}
