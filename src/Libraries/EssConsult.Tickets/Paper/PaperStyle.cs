using PdfSharp.Drawing;

namespace EssConsult.Tickets.Paper;

/// <summary>What all documents of a site have in common.</summary>
public sealed record PaperStyle
{
    /// <summary>The site's accent, as #rrggbb; dark enough to be read on white.</summary>
    public string Accent { get; init; } = "#1d4f91";

    /// <summary>The language of the words, for screen readers and for the order of names: fr, en…</summary>
    public string Language { get; init; } = "fr";

    /// <summary>Who publishes the document; stands in its metadata and at the head of its pages.</summary>
    public required string Author { get; init; }

    /// <summary>Stands in the metadata; the same moment and content give the same bytes.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <exception cref="FormatException">The accent is not #rrggbb.</exception>
    internal XColor AccentColour =>
        Accent is ['#', ..] && Accent.Length == 7 && Convert.FromHexString(Accent.AsSpan(1)) is [var red, var green, var blue]
            ? XColor.FromArgb(red, green, blue)
            : throw new FormatException("A colour is written #rrggbb.");
}
