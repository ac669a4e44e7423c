using System.Reflection;
using PdfSharp.Fonts;

namespace EssConsult.Tickets.Paper;

/// <summary>
/// Source Sans 3 (SIL Open Font License 1.1), embedded by the build: Latin, Greek and Cyrillic letters.
/// PDFsharp knows one resolver per process; every document of this library sees to it that this one is known.
/// </summary>
public sealed class PaperFonts : IFontResolver
{
    /// <summary>Regular, and semibold where bold is asked for.</summary>
    public const string Text = "Source Sans 3";

    /// <summary>Extra bold.</summary>
    public const string Display = "Source Sans 3 Display";

    private static readonly PaperFonts Only = new();
    private static readonly Lock Registering = new();

    private PaperFonts()
    {
    }

    /// <summary>Makes the typeface known to PDFsharp, once; beside another resolver of the process, as the one to fall back on.</summary>
    /// <exception cref="InvalidOperationException">The process has two other resolvers, or has already drawn with none.</exception>
    public static void Register()
    {
        lock (Registering)
        {
            if (ReferenceEquals(GlobalFontSettings.FontResolver, Only) || ReferenceEquals(GlobalFontSettings.FallbackFontResolver, Only))
            {
                return;
            }

            if (GlobalFontSettings.FontResolver is null)
            {
                GlobalFontSettings.FontResolver = Only;
            }
            else if (GlobalFontSettings.FallbackFontResolver is null)
            {
                GlobalFontSettings.FallbackFontResolver = Only;
            }
            else
            {
                throw new InvalidOperationException("PDFsharp already has two font resolvers.");
            }
        }
    }

    /// <inheritdoc/>
    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) => familyName switch
    {
        Display => new FontResolverInfo("extrabold.ttf"),
        Text => new FontResolverInfo(bold ? "semibold.ttf" : "regular.ttf"),
        _ => null,
    };

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The library was built without npm.</exception>
    public byte[]? GetFont(string faceName)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"typeface/{faceName}")
            ?? throw new InvalidOperationException("The typeface is missing: npm restores it when this library is built (Node 20).");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
