using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EssConsult.Content.Fields.Markup;

internal sealed partial class HtmlFieldType(IMarkup markup) : IFieldType
{
    public string Name => "HtmlField";

    public string Label => "Texte mis en forme (HTML)";

    public string Editor => FieldPartials.Path("Html");

    public Task ReadAsync(FieldPost post, CancellationToken ct)
    {
        if (post.WasAsked)
        {
            post.Value["Html"] = markup.Sanitize(post.Text("Html"));
        }

        if (post.MustBeFilled && string.IsNullOrWhiteSpace(post.Item.FieldText(post.Field.Part, post.Field.Name, "Html")))
        {
            post.Fail("Html", "Complétez « {0} ».");
        }

        return Task.CompletedTask;
    }

    public FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items)
    {
        var html = markup.Sanitize(value["Html"]?.ToString());
        return html.Length == 0 ? FieldShown.Nothing : new FieldShown(PlainText(html), html, JsonValue.Create(html));
    }

    /// <summary>The words of safe HTML: a block ends a word, emphasis and links within a sentence do not.</summary>
    internal static string PlainText(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(WithinWords().Replace(html, string.Empty), " ")), " ").Trim();

    [GeneratedRegex("</?(?:a|abbr|b|code|del|em|i|mark|s|small|span|strong|sub|sup|u)(?:\\s[^>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex WithinWords();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
