using System.Net;
using System.Text.RegularExpressions;

namespace EssConsult.Benchmarks.Product;

internal sealed record FormField(string Name, string Value);

/// <summary>The fields of a form as a browser would send them, files aside.</summary>
internal static partial class HtmlForm
{
    /// <param name="page">The page.</param>
    /// <param name="encoding">The form's enctype, by which it is told from others.</param>
    public static IReadOnlyList<FormField> Read(string page, string encoding)
    {
        var start = page.IndexOf($"enctype=\"{encoding}\"", StringComparison.Ordinal);
        var form = start < 0 ? throw new BenchmarkException("The page has no such form.") : page[start..page.IndexOf("</form>", start, StringComparison.Ordinal)];
        return [.. Control().Matches(form).Where(control => IsSent(control.Value)).Select(control => Field(control, form))];
    }

    // Of a list, the last choice: the first is often « none ».
    private static FormField Field(Match control, string form)
    {
        var value = control.Groups[1].Value == "select"
            ? Option().Matches(form[control.Index..form.IndexOf("</select>", control.Index, StringComparison.Ordinal)]).LastOrDefault()?.Groups[1].Value
            : Attribute(control.Value, "value");
        return new FormField(Attribute(control.Value, "name")!, value ?? string.Empty);
    }

    private static bool IsSent(string tag) => Attribute(tag, "name") is not null
        && Attribute(tag, "type") is not ("file" or "submit" or "checkbox" or "radio");

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<option\\b[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Option();

    [GeneratedRegex("<(input|textarea|select)\\b[^>]*>")]
    private static partial Regex Control();
}
