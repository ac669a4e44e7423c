using System.Net;
using System.Text.RegularExpressions;

namespace EssConsult.Kernel.Data;

/// <summary>
/// A displayed name where it stands in a text as words of its own: never inside another word, an address or a code, which have to
/// go on working for whoever receives them.
/// </summary>
public sealed class NameInText
{
    /// <summary>Shorter ones are words of the language: texts that hold them go with the purge.</summary>
    private const int ShortestName = 4;

    private readonly Regex words;

    private NameInText(string name)
    {
        var forms = new[] { name, WebUtility.HtmlEncode(name) }.Distinct().Select(Regex.Escape);
        words = new Regex($@"(?<![\p{{L}}\p{{N}}/=?&#%@._-])(?:{string.Join('|', forms)})(?![\p{{L}}\p{{N}}/=&%@_-]|://)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>Null when the name cannot be told from other words.</summary>
    public static NameInText? Of(string name) => name.Length >= ShortestName && name.Any(char.IsLetter) ? new NameInText(name) : null;

    public string? Erase(string? text) => text is null ? null : words.Replace(text, "…");
}
