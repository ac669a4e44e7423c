using EssConsult.Workflows.Drawing;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EssConsult.Workflows.Features;

/// <summary>Words of a circuit: those of the site in the reader's language, those that an author wrote marked as French, which they are written in.</summary>
internal static class OwnWords
{
    public static IHtmlContent Words(this IStringLocalizer words, string text)
    {
        var known = words[text];
        if (!known.ResourceNotFound)
        {
            return new HtmlContentBuilder().Append(known.Value);
        }

        var span = new TagBuilder("span");
        span.Attributes["lang"] = "fr";
        span.InnerHtml.Append(text);
        return span;
    }

    public static IHtmlContent Outcome(this IStringLocalizer words, string outcome) => words.Words(OutcomeWords.Of(outcome) ?? outcome);

    /// <summary>For an attribute <c>lang</c>; null for the site's own words.</summary>
    public static string? LanguageOf(this IStringLocalizer words, string text) => words[text].ResourceNotFound ? "fr" : null;
}
