using System.Globalization;
using System.Text.Encodings.Web;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Pages;
using EssConsult.Kernel.Security;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace EssConsult.Kernel.Themes;

/// <summary>Puts a page's body into the theme's layout, in the memory from which the page is sent.</summary>
public sealed class ThemeLayout(Liquid liquid, ThemeTemplates templates, SiteSettings settings, PageHead head, CurrentPerson person, IHtmlHelper html, HtmlEncoder encoder)
{
    public Task RenderAsync(ViewContext view, IHtmlContent body)
    {
        ((IViewContextAware)html).Contextualize(view);
        var ambient = new Dictionary<string, object> { [LayoutTags.Html] = html, [LayoutTags.Body] = body };
        return liquid.RenderAsync(templates.Layout(head.Layout), view.Writer, Model(view), encoder, ambient);
    }

    private Dictionary<string, object?> Model(ViewContext view)
    {
        var request = view.HttpContext.Request;
        return new Dictionary<string, object?>
        {
            ["Site"] = new Dictionary<string, object?>
            {
                ["Name"] = settings.SiteName,
                ["Baseline"] = settings.Text("EssSiteSettings", "Baseline"),
            },
            ["Culture"] = new Dictionary<string, object?> { ["Name"] = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, ["Dir"] = "ltr" },
            ["Page"] = new Dictionary<string, object?>
            {
                ["Title"] = head.Title,
                ["Description"] = head.Description,
                ["BodyClass"] = head.BodyClass,
                ["Path"] = request.Path.Value,
                ["AlternateUrl"] = Language.Alternate(request),
            },
            ["User"] = new Dictionary<string, object?>
            {
                ["IsAuthenticated"] = person.IsSignedIn,
                ["DisplayName"] = person.DisplayName,
                ["Initials"] = Initials(person.DisplayName),
                ["IsStaff"] = person.Can("AccessAdminPanel"),
            },
        };
    }

    private static string Initials(string? name) =>
        string.Concat((name ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => char.ToUpperInvariant(word[0])));
}
