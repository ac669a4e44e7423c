namespace EssConsult.Kernel.Data;

/// <summary>Words that somebody typed or sent.</summary>
public static class TypedText
{
    /// <summary>
    /// One kind of line end, no spaces at the ends, and no characters that are none: controls and half surrogate pairs, which break feeds
    /// (XML 1.0, production 2) and hide in titles.
    /// </summary>
    public static string Clean(string? text)
    {
        var lines = (text ?? string.Empty).ReplaceLineEndings("\n");

        // Nearly every text is whole already, and is not put together again.
        var isWhole = lines.All(character => IsText(character) && !char.IsSurrogate(character));
        return (isWhole ? lines : string.Concat(lines.EnumerateRunes().Where(rune => IsText(rune.Value)))).Trim();
    }

    /// <summary>On one line, and no longer than there is room for; no character is cut in half.</summary>
    public static string Line(string? text, int longest)
    {
        var line = Clean(text).ReplaceLineEndings(" ");
        return line.Length <= longest ? line : line[..(char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest)].TrimEnd();
    }

    private static bool IsText(int character) => character is '\t' or '\n' or (>= 0x20 and < 0x7F) or (> 0x9F and not 0xFFFE and not 0xFFFF);
}
