using EssConsult.Content.Fields.Markup;

namespace EssConsult.Content.Parts;

internal sealed class MarkdownBodyPartType : IPartType
{
    public string Name => nameof(MarkdownBodyPart);

    public string Label => "Texte (Markdown)";

    public string? Editor => PartPartials.Path("MarkdownBody");

    public bool ForVisitors => true;

    public void Read(PartPost post)
    {
        if (post.Has("Markdown"))
        {
            post.Item.Put(new MarkdownBodyPart(post.Text("Markdown")), post.Part.Name);
        }
    }
}

internal sealed class HtmlBodyPartType(IMarkup markup) : IPartType
{
    public string Name => nameof(HtmlBodyPart);

    public string Label => "Texte (HTML)";

    public string? Editor => PartPartials.Path("HtmlBody");

    public bool ForVisitors => true;

    public void Read(PartPost post)
    {
        if (post.Has("Html"))
        {
            var settings = post.Part.Settings.Read<MarkupFieldSettings>("HtmlBodyPartSettings") ?? new MarkupFieldSettings();
            post.Item.Put(new HtmlBodyPart(settings.SanitizeHtml ? markup.Sanitize(post.Text("Html")) : post.Text("Html")), post.Part.Name);
        }
    }
}
