using System.Text;
using System.Text.RegularExpressions;

namespace EssConsult.Mail.Writing;

/// <summary>
/// The few marks of a mail template, one paragraph a line: <c># code</c>, <c>[label](link)</c> alone on its line, <c>&gt; quote</c>,
/// <c>- item</c>. Marks are read in the template, before values are filled in: nothing that a person typed can become one.
/// </summary>
internal static partial class MailMarkup
{
    private const string SubjectMark = "Subject:";

    /// <summary>Splits a template into its subject and its body.</summary>
    /// <exception cref="FormatException">The first line is not a subject.</exception>
    public static (string Subject, string Body) Split(string template)
    {
        var end = template.IndexOf('\n', StringComparison.Ordinal);
        return template.StartsWith(SubjectMark, StringComparison.Ordinal) && end > 0
            ? (template[SubjectMark.Length..end].Trim(), template[(end + 1)..].Trim())
            : throw new FormatException("A mail template starts with a line « Subject: … ».");
    }

    /// <summary>The Liquid source of the plain text.</summary>
    public static string ToText(string body) => Each(body, line =>
        Link().Match(line) is { Success: true } link ? $"{link.Groups[1].Value}\n{link.Groups[2].Value}"
        : line.StartsWith("# ", StringComparison.Ordinal) ? "    " + line[2..]
        : line);

    /// <summary>The Liquid source of the HTML.</summary>
    public static string ToHtml(string body) => Each(body, line =>
        line.Length == 0 || IsTag(line) ? line
        : Link().Match(line) is { Success: true } link ? $"<p><a class=\"button\" href=\"{link.Groups[2].Value}\">{link.Groups[1].Value}</a></p>"
        : line.StartsWith("# ", StringComparison.Ordinal) ? $"<p class=\"code\">{line[2..]}</p>"
        : line.StartsWith("> ", StringComparison.Ordinal) ? $"<blockquote>{line[2..]}</blockquote>"
        : line.StartsWith("- ", StringComparison.Ordinal) ? $"<p class=\"item\">• {line[2..]}</p>"
        : $"<p>{line}</p>");

    /// <summary>Removes what loops and conditions leave between paragraphs.</summary>
    public static string Tidy(string text) => BlankLines().Replace(text.ReplaceLineEndings("\n"), "\n\n").Trim() + "\n";

    private static bool IsTag(string line) =>
        (line.StartsWith("{%", StringComparison.Ordinal) && line.EndsWith("%}", StringComparison.Ordinal)) || line.EndsWith("| raw }}", StringComparison.Ordinal);

    private static string Each(string body, Func<string, string> write)
    {
        var source = new StringBuilder();
        foreach (var line in body.ReplaceLineEndings("\n").Split('\n'))
        {
            source.Append(write(line.Trim())).Append('\n');
        }

        return source.ToString();
    }

    [GeneratedRegex(@"^\[([^\]]+)\]\((.+)\)$")]
    private static partial Regex Link();

    [GeneratedRegex(@"\n[ \t]*(\n[ \t]*)+(?=\n|\S| )")]
    private static partial Regex BlankLines();
}
