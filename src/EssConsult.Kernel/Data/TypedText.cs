namespace EssConsult.Kernel.Data;

/// <summary>Words that somebody typed or sent.</summary>
public static class TypedText
{
    /// <summary>
    /// One kind of line end, no spaces at the ends, and no characters that are none: controls and half surrogate pairs, which break feeds
    /// (XML 1.0, production 2) and hide in titles.
    /// </summary>
    public static string Clean(string? text) => string.Concat((text ?? string.Empty).ReplaceLineEndings("\n").EnumerateRunes().Where(rune =>
        rune.Value is '\t' or '\n' or (>= 0x20 and < 0x7F) or (> 0x9F and not 0xFFFE and not 0xFFFF))).Trim();
}
