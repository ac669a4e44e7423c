using EssConsult.Content.Display;
using EssConsult.Kernel.Themes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.SiteTemplates;

/// <param name="Title">The content that served as the example; null when the site has none of the type.</param>
/// <param name="Html">Sanitised: what a template would run or restyle is left out of the preview.</param>
internal sealed record Preview(string? Title, string Html);

/// <summary>Shows what a template would draw, with the newest published content of the type that its name speaks of.</summary>
internal sealed class TemplatePreview(SiteDb db, IContentDefinitions definitions, IContentStore store, ContentDisplay display, Liquid liquid, IMarkup markup)
{
    /// <exception cref="RuleException">The source does not parse, or goes beyond a limit.</exception>
    public async Task<Preview> RenderAsync(string name, string source, CancellationToken ct)
    {
        var item = await ExampleAsync(name, ct);
        var html = item is null ? await liquid.RenderAsync(source, new Dictionary<string, object?>()) : await display.RenderSourceAsync(source, item, ct);
        return new Preview(item?.DisplayText, markup.Sanitize(html));
    }

    private async Task<ContentItem?> ExampleAsync(string name, CancellationToken ct)
    {
        var words = TemplateName.ToKey(name).Split("__");
        if (words.Select(definitions.FindType).FirstOrDefault(type => type is not null) is not { } type)
        {
            return null;
        }

        var id = await db.Set<ContentRow>().Where(row => row.ContentType == type.Name && row.Published).OrderByDescending(row => row.PublishedUtc).Select(row => row.ContentItemId).FirstOrDefaultAsync(ct);
        return id is null ? null : await store.FindAsync(id, ContentVersion.Published, ct);
    }
}
