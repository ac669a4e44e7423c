using EssConsult.Kernel.Themes;

namespace EssConsult.Content.Items;

internal sealed record TitlePartSettings
{
    public System.Text.Json.JsonElement Options { get; init; }

    public string? Pattern { get; init; }

    /// <summary>Orchard writes the option as a name or as a number.</summary>
    public bool IsGenerated => Options.ToString() is "1" or "2" or "GeneratedDisabled" or "GeneratedHidden";

    public bool IsRequired => Options.ToString() is "3" or "EditableRequired";
}

/// <summary>Keeps the title and the item's DisplayText in step.</summary>
internal sealed class TitleHandler(Liquid liquid) : IContentHandler
{
    public int Order => 0;

    public async Task ChangingAsync(ContentChange change, CancellationToken ct)
    {
        var settings = change.Type?.FindPart(nameof(TitlePart))?.Settings.Read<TitlePartSettings>();
        if (settings is { IsGenerated: true, Pattern: { Length: > 0 } pattern })
        {
            var model = new Dictionary<string, object?> { ["ContentItem"] = change.Item, ["Model"] = new Dictionary<string, object?> { ["ContentItem"] = change.Item } };
            var title = (await liquid.RenderAsync(pattern, model, Fluid.NullEncoder.Default)).Trim();
            change.Item.Put(new TitlePart(title));
        }

        if (change.Item.Part<TitlePart>()?.Title is { Length: > 0 } shown)
        {
            change.Item.DisplayText = change.Act == ContentAct.Import && !string.IsNullOrEmpty(change.Item.DisplayText) ? change.Item.DisplayText : shown;
        }
        else if (settings is { IsRequired: true } && change.Act == ContentAct.Publish)
        {
            throw new RuleException("content.title-required", "Donnez un titre.") { Field = "TitlePart.Title" };
        }
    }
}
