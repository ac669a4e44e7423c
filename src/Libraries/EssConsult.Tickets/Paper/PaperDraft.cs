using EssConsult.Tickets.Qr;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace EssConsult.Tickets.Paper;

/// <summary>A document being drawn: whatever is drawn is either text with its role, a picture with its words, or decoration.</summary>
internal sealed class PaperDraft : IDisposable
{
    private readonly PdfDocument document = new();
    private readonly StructureBuilder tags;
    private XGraphics? page;

    public PaperDraft(string title, PaperStyle style)
    {
        PaperFonts.Register();
        Accent = style.AccentColour;
        document.Info.Title = title;
        document.Info.Author = style.Author;
        document.Info.Creator = "EssConsult";
        document.Info.CreationDate = document.Info.ModificationDate = style.Created.UtcDateTime;
        document.ViewerPreferences.DisplayDocTitle = true;
        var accessibility = UAManager.ForDocument(document);
        accessibility.SetDocumentLanguage(style.Language);
        tags = accessibility.StructureBuilder;
    }

    public XColor Accent { get; }

    /// <summary>The page that is drawn on.</summary>
    public XGraphics Page => page ?? throw new InvalidOperationException("The document has no page yet.");

    public double Width => Page.PageSize.Width;

    public double Height => Page.PageSize.Height;

    public void AddPage()
    {
        page?.Dispose();
        var sheet = document.AddPage();
        sheet.Size = PageSize.A4;
        page = XGraphics.FromPdfPage(sheet);
    }

    public void Begin(PdfBlockLevelElementTag tag) => tags.BeginElement(tag);

    public void End() => tags.End();

    /// <summary>Text with its role; returns the last baseline.</summary>
    public double Write(PdfBlockLevelElementTag tag, TextBlock block, XColor colour, double x, double top, XStringFormat? align = null)
    {
        tags.BeginElement(tag);
        var baseline = block.Draw(Page, colour, x, top, align);
        tags.End();
        return baseline;
    }

    /// <summary>Lines and surfaces, and text that only repeats: screen readers pass over them.</summary>
    public void Decorate(Action<XGraphics> draw)
    {
        tags.BeginArtifact();
        draw(Page);
        tags.End();
    }

    /// <summary>A QR code, its quiet zone included in the square.</summary>
    public void DrawQr(string text, string alternative, double x, double y, double side)
    {
        var modules = QrModules.Of(text);
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        foreach (var (left, top, length) in modules.Runs())
        {
            path.AddRectangle(left, top, length, 1);
        }

        var area = new XRect(x, y, side, side);
        tags.BeginElement(PdfIllustrationElementTag.Figure, alternative, area);
        Page.DrawRectangle(XBrushes.White, area);

        // In modules' own measure the file has whole numbers: a third of the bytes.
        var state = Page.Save();
        Page.TranslateTransform(x, y);
        Page.ScaleTransform(side / modules.Size);
        Page.DrawPath(XBrushes.Black, path);
        Page.Restore(state);
        tags.End();
    }

    public PdfFile Finish()
    {
        page?.Dispose();
        page = null;
        var pages = document.PageCount;
        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        return new PdfFile(SameBytes.Of(stream.GetBuffer().AsSpan(0, (int)stream.Length)), pages);
    }

    public void Dispose()
    {
        page?.Dispose();
        document.Dispose();
    }
}
