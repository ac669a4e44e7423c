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
        return [.. Control().Matches(form).Select(match => match.Value).Where(IsSent).Select(tag => new FormField(Attribute(tag, "name")!, Attribute(tag, "value") ?? string.Empty)).Where(field => field.Name is not null)];
    }

    private static bool IsSent(string tag) => Attribute(tag, "name") is not null
        && Attribute(tag, "type") is not ("file" or "submit" or "checkbox" or "radio");

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<(input|textarea|select)\\b[^>]*>")]
    private static partial Regex Control();
}
