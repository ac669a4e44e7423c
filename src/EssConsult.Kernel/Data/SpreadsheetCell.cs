using System.Globalization;

namespace EssConsult.Kernel.Data;

/// <summary>Text that people wrote, on its way into a file that a spreadsheet will open.</summary>
public static class SpreadsheetCell
{
    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236); a number is none.</summary>
    public static string? Safe(string? text) =>
        text is [('=' or '+' or '-' or '@' or '\t' or '\r' or '\''), ..] && !double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? "'" + text
            : text;
}
