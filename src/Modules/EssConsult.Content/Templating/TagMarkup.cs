using EssConsult.Content.Fields.Links;
using EssConsult.Kernel.Themes;

namespace EssConsult.Content.Templating;

/// <summary>HTML that a tag writes from its arguments.</summary>
internal static class TagMarkup
{
    /// <summary>Attributes from named arguments: <c>data_id</c> becomes <c>data-id</c>; handlers and unsafe addresses are left out.</summary>
    public static void Attributes(this TagCall tag, Func<string, string> href, params ReadOnlySpan<string> without)
    {
        foreach (var (name, value) in tag.Named)
        {
            if (without.Contains(name) || !IsAttribute(name))
            {
                continue;
            }

            var (attribute, text) = (name.Replace('_', '-'), value.ToStringValue());
            if (attribute is "href" or "src" or "action" or "formaction")
            {
                text = href(text);
                if (!LinkFieldType.IsSafe(text))
                {
                    continue;
                }
            }

            tag.Writer.Write($" {attribute}=\"");
            tag.Encoder.Encode(tag.Writer, text);
            tag.Writer.Write('"');
        }
    }

    public static bool IsElement(string name) => name.Length is > 0 and < 20 && name.All(char.IsAsciiLetterOrDigit)
        && name is not ("script" or "style" or "iframe" or "object" or "embed" or "base" or "link" or "meta");

    private static bool IsAttribute(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
        && !name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && !name.Equals("style", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("asp", StringComparison.OrdinalIgnoreCase);
}
