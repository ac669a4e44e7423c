namespace EssConsult.Content.Contracts;

/// <summary>Turns what people wrote into HTML that is safe to show.</summary>
public interface IMarkup
{
    /// <summary>Markdown to sanitised HTML; links leave with <c>rel="nofollow ugc"</c>.</summary>
    string Markdown(string? markdown);

    /// <summary>HTML with everything that could run, load or restyle removed.</summary>
    string Sanitize(string? html);

    /// <summary>The words alone, for extracts, feeds and the index.</summary>
    string PlainText(string? markdown, int maxCharacters = int.MaxValue);

    /// <summary>The words of HTML, a paragraph a line; where a link leads stands behind its words.</summary>
    string HtmlText(string? html);
}
