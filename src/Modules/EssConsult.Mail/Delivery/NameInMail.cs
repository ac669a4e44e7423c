using System.Net;
using System.Text.RegularExpressions;

namespace EssConsult.Mail.Delivery;

/// <summary>
/// A displayed name where it stands in a mail as words of its own: never inside another word, an address or a code, which have to
/// go on working for whoever receives them.
/// </summary>
internal sealed class NameInMail
{
    /// <summary>Shorter ones are words of the language: mails that hold them are emptied by the purge.</summary>
    private const int ShortestName = 4;

    private readonly Regex words;

    private NameInMail(string name)
    {
        var forms = new[] { name, WebUtility.HtmlEncode(name) }.Distinct().Select(Regex.Escape);
        words = new Regex($@"(?<![\p{{L}}\p{{N}}/=?&#%@._-])(?:{string.Join('|', forms)})(?![\p{{L}}\p{{N}}/=&%@_-]|://)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>Null when the name cannot be told from other words.</summary>
    public static NameInMail? Of(string name) => name.Length >= ShortestName && name.Any(char.IsLetter) ? new NameInMail(name) : null;

    public string? Erase(string? text) => text is null ? null : words.Replace(text, "…");
}
