using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace EssConsult.Content.Shortcodes;

/// <param name="Name">As the site stored it.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where the text goes on.</param>
/// <param name="Arguments">By name, and by place as « 0 », « 1 »…</param>
/// <param name="Inner">Between the opening and its closing; null where it is not closed.</param>
/// <param name="Literal">What stands in the text when it is not expanded.</param>
/// <param name="IsLiteral">Written in two pairs of brackets: one pair is shown.</param>
internal sealed record Shortcode(string Name, int Start, int End, IReadOnlyDictionary<string, object?> Arguments, string? Inner, string Literal, bool IsLiteral);

internal static partial class ShortcodeReader
{
    /// <summary>The outermost shortcodes of a text in their order, of those that are known.</summary>
    public static IEnumerable<Shortcode> Read(string text, Func<string, bool> isKnown)
    {
        for (var match = Opening().Match(text); match.Success;)
        {
            if (!isKnown(match.Groups["name"].Value))
            {
                match = match.NextMatch();
                continue;
            }

            var found = Of(text, match);
            yield return found;
            match = Opening().Match(text, found.End);
        }
    }

    private static Shortcode Of(string text, Match match)
    {
        var (name, start, end) = (match.Groups["name"].Value, match.Index, match.Index + match.Length);
        if (start > 0 && text[start - 1] == '[' && end < text.Length && text[end] == ']')
        {
            return new Shortcode(name, start - 1, end + 1, new Dictionary<string, object?>(), null, match.Value, IsLiteral: true);
        }

        var closing = $"[/{name}]";
        var close = text.IndexOf(closing, end, StringComparison.OrdinalIgnoreCase);
        return new Shortcode(
            name, start, close < 0 ? end : close + closing.Length, Arguments(match.Groups["arguments"].Value), close < 0 ? null : text[end..close], text[start..(close < 0 ? end : close + closing.Length)], IsLiteral: false);
    }

    private static Dictionary<string, object?> Arguments(string text)
    {
        var (read, place) = (new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase), 0);
        foreach (Match argument in Argument().Matches(text))
        {
            var value = WebUtility.HtmlDecode(argument.Groups["value"].Value);
            read[argument.Groups["key"] is { Success: true } key ? key.Value : (place++).ToString(CultureInfo.InvariantCulture)] = value;
        }

        return read;
    }

    [GeneratedRegex("""\[(?<name>[A-Za-z][A-Za-z0-9_\-]*)(?<arguments>(?:\s+[^\[\]]*)?)\]""", RegexOptions.None, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex("""(?:(?<key>[A-Za-z_][A-Za-z0-9_\-]*)\s*=\s*)?(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|&quot;(?<value>.*?)&quot;|(?<value>[^\s"'=]+))""", RegexOptions.None, 1000)]
    private static partial Regex Argument();
}
