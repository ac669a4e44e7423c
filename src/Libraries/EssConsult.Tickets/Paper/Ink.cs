using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace EssConsult.Tickets.Paper;

/// <summary>Measures, greys and fonts of every document.</summary>
internal static class Ink
{
    /// <summary>Points in a millimetre.</summary>
    public const double Mm = 72 / 25.4;

    public static readonly XColor Black = XColor.FromArgb(26, 26, 30);
    public static readonly XColor Soft = XColor.FromArgb(88, 88, 98);
    public static readonly XColor Line = XColor.FromArgb(196, 196, 204);

    // Letters outside WinAnsi (ł, ő, Ω, Д) take glyph numbers and a Unicode table; the others one byte.
    private static readonly XPdfFontOptions Options = new(PdfFontEncoding.Automatic);

    public static XFont Regular(double size) => new(PaperFonts.Text, size, XFontStyleEx.Regular, Options);

    public static XFont Strong(double size) => new(PaperFonts.Text, size, XFontStyleEx.Bold, Options);

    public static XFont Display(double size) => new(PaperFonts.Display, size, XFontStyleEx.Regular, Options);

    /// <summary>The colour thinned with white: 0 is white, 1 the colour.</summary>
    public static XColor Thin(XColor colour, double share) =>
        XColor.FromArgb(Mix(colour.R, share), Mix(colour.G, share), Mix(colour.B, share));

    private static int Mix(byte part, double share) => (int)Math.Round(255 - ((255 - part) * share));
}
