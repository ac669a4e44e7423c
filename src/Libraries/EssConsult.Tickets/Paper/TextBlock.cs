using PdfSharp.Drawing;

namespace EssConsult.Tickets.Paper;

/// <summary>A text broken into lines, in the largest size at which it fits.</summary>
internal sealed class TextBlock
{
    private const double Leading = 1.2;
    private const double Step = 0.5;

    // Of the size: where the capitals of Source Sans 3 end above the baseline.
    private const double CapHeight = 0.66;

    private readonly XFont font;

    private TextBlock(XFont font, IReadOnlyList<string> lines) => (this.font, Lines) = (font, lines);

    public IReadOnlyList<string> Lines { get; }

    public double Size => font.Size;

    /// <summary>From the top of the first line's capitals to the last line's baseline.</summary>
    public double Height => Lines.Count == 0 ? 0 : (font.Size * CapHeight) + ((Lines.Count - 1) * font.Size * Leading);

    /// <summary>
    /// Shrinks by half points from <paramref name="largest"/> to <paramref name="smallest"/> until no word is broken and the lines are at most
    /// <paramref name="lines"/>; what does not fit even then is broken within words, and cut with an ellipsis.
    /// </summary>
    public static TextBlock Fit(XGraphics page, string text, Func<double, XFont> face, double largest, double smallest, double width, int lines)
    {
        for (var size = largest; ; size = Math.Max(smallest, size - Step))
        {
            var font = face(size);
            double Measure(string part) => page.MeasureString(part, font).Width;
            if (Break(text, Measure, width, withinWords: false) is { } whole && whole.Count <= lines)
            {
                return new(font, whole);
            }

            if (size <= smallest)
            {
                return new(font, Cut(Break(text, Measure, width, withinWords: true)!, lines));
            }
        }
    }

    /// <summary>All of a text in one size, on as many lines as it takes.</summary>
    public static TextBlock Wrap(XGraphics page, string text, XFont font, double width) =>
        new(font, Break(text, part => page.MeasureString(part, font).Width, width, withinWords: true)!);

    /// <summary>How many of its lines stand in so many points.</summary>
    public int Fitting(double points) => points < font.Size * CapHeight ? 0 : 1 + (int)((points - (font.Size * CapHeight)) / (font.Size * Leading));

    /// <summary>At most <paramref name="count"/> lines from the one at <paramref name="from"/>.</summary>
    public TextBlock Part(int from, int count) => new(font, [.. Lines.Skip(from).Take(count)]);

    /// <summary>Draws with the top of the capitals at <paramref name="top"/>; returns the last baseline.</summary>
    public double Draw(XGraphics page, XColor colour, double x, double top, XStringFormat? align = null)
    {
        var baseline = top + (font.Size * CapHeight);
        foreach (var (number, line) in Lines.Index())
        {
            // Without the space, whoever copies the text finds two words in one.
            page.DrawString(number < Lines.Count - 1 ? line + " " : line, font, new XSolidBrush(colour), x, baseline, align ?? XStringFormats.BaseLineLeft);
            baseline += font.Size * Leading;
        }

        return top + Height;
    }

    private static List<string>? Break(string text, Func<string, double> measure, double width, bool withinWords)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (measure(longer) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = word;
            while (measure(line) > width)
            {
                if (!withinWords)
                {
                    return null;
                }

                var head = line.Length - 1;
                while (head > 1 && measure(line[..head]) > width)
                {
                    head--;
                }

                if (head < 1)
                {
                    break;
                }

                lines.Add(line[..head]);
                line = line[head..];
            }
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    private static List<string> Cut(List<string> lines, int count) =>
        lines.Count <= count ? lines : [.. lines.Take(count - 1), lines[count - 1].Length > 1 ? lines[count - 1][..^1].TrimEnd() + "…" : "…"];
}
