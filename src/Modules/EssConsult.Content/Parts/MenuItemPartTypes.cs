using System.Text.Json.Nodes;
using EssConsult.Content.Fields.Links;

namespace EssConsult.Content.Parts;

internal sealed class LinkMenuItemPartType : IPartType
{
    public string Name => "LinkMenuItemPart";

    public string Label => "Lien de menu";

    public string? Editor => PartPartials.Path("LinkMenuItem");

    public void Read(PartPost post)
    {
        if (post.Has("Url"))
        {
            post.Object["Url"] = post.Text("Url");
        }

        var url = post.Object["Url"]?.ToString() ?? string.Empty;
        if (url.Length == 0)
        {
            post.Fail("Url", "Donnez l’adresse du lien.");
        }
        else if (!LinkFieldType.IsSafe(url))
        {
            post.Fail("Url", "Écrivez une adresse complète (https://…) ou une adresse de ce site (~/contributions).");
        }
    }
}

internal sealed class ContentMenuItemPartType : IPartType
{
    public string Name => "ContentMenuItemPart";

    public string Label => "Lien de menu vers un contenu";

    public string? Editor => PartPartials.Path("ContentMenuItem");

    public void Read(PartPost post)
    {
        if (!post.Has("SelectedContentItem"))
        {
            return;
        }

        var id = post.Text("SelectedContentItem");
        post.Object["SelectedContentItem"] = new JsonObject { ["ContentItemIds"] = new JsonArray(id.Length == 0 ? [] : [JsonValue.Create(id)]) };
        if (id.Length == 0)
        {
            post.Fail("SelectedContentItem", "Choisissez le contenu où mène ce lien.");
        }
    }
}
