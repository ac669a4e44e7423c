using System.Globalization;
using System.Text.Encodings.Web;
using EssConsult.Kernel.Themes;
using EssConsult.Mail.Contracts;
using Fluid;

namespace EssConsult.Mail.Writing;

internal sealed record RenderedMail(string Subject, string Text, string Html);

/// <summary>
/// Writes a message from its Liquid template, in the recipient's language. Administrators and themes replace
/// <c>mail-NAME.fr</c>, and <c>mail-layout</c>, as they do any other template.
/// </summary>
internal sealed class MailRenderer(Liquid liquid, ThemeTemplates templates, SiteSettings settings, ISiteAddress address, HtmlEncoder html)
{
    /// <param name="values">What the template reads; a list of <see cref="RenderedMail"/> or a <see cref="MailPassage"/> gives its text or its HTML.</param>
    /// <param name="whole">Puts the HTML into the layout; a piece of a digest goes without.</param>
    public async Task<RenderedMail> RenderAsync(string template, string language, IReadOnlyDictionary<string, object?> values, bool whole = true)
    {
        var (subject, body) = MailMarkup.Split(Find($"mail-{template}.{language}", $"mail-{template}.fr"));
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language == "en" ? Kernel.Pages.Language.English : Kernel.Pages.Language.French;
        try
        {
            var line = OneLine(await liquid.RenderAsync(subject, Model(values, language, piece => piece.Subject), NullEncoder.Default));
            var text = await liquid.RenderAsync(MailMarkup.ToText(body), Model(values, language, piece => piece.Text), NullEncoder.Default);
            var model = Model(values, language, piece => piece.Html);
            model["Subject"] = line;
            model["Body"] = await liquid.RenderAsync(MailMarkup.ToHtml(body), model, html);
            return new RenderedMail(line, MailMarkup.Tidy(text), whole ? await liquid.RenderAsync(Find("mail-layout"), model, html) : (string)model["Body"]!);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    private Dictionary<string, object?> Model(IReadOnlyDictionary<string, object?> values, string language, Func<RenderedMail, string> read)
    {
        var model = values.ToDictionary(pair => pair.Key, pair => pair.Value switch
        {
            IEnumerable<RenderedMail> pieces => string.Join('\n', pieces.Select(read)),
            MailPassage passage => read(new RenderedMail(string.Empty, passage.Text, passage.Html)),
            _ => pair.Value,
        });
        model["Site"] = new Dictionary<string, object?> { ["Name"] = settings.SiteName, ["Url"] = address.Absolute("/", language) };
        model["Language"] = language;
        return model;
    }

    private string Find(params string[] names) => templates.Find(names) ?? throw new FileNotFoundException($"No template {names[0]}.liquid.");

    private static string OneLine(string subject) => string.Join(' ', subject.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
