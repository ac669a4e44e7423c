using EssConsult.Content.Definitions.Editing;
using EssConsult.Content.Items;

namespace EssConsult.Content.Parts;

internal sealed class TitlePartType : IPartType
{
    public const int MaxLength = 200;

    public string Name => nameof(TitlePart);

    public string Label => "Titre";

    public string? Editor => PartPartials.Path("Title");

    public IReadOnlyList<SettingInput> Settings { get; } =
    [
        new("TitlePartSettings.Options", "Le titre est", FieldSettingKind.Choice) { Choices = [("EditableRequired", "Obligatoire"), ("Editable", "Facultatif"), ("GeneratedDisabled", "Fait par le modèle ci-dessous")] },
        new("TitlePartSettings.Pattern", "Modèle (Liquid)", FieldSettingKind.Text),
    ];

    public bool ForVisitors => true;

    public void Read(PartPost post)
    {
        var settings = post.Part.Settings.Read<TitlePartSettings>() ?? new TitlePartSettings();
        if (settings.IsGenerated)
        {
            return;
        }

        if (post.Has("Title"))
        {
            post.Item.Put(new TitlePart(post.Text("Title")));
            post.Item.DisplayText = post.Text("Title");
        }

        var title = post.Item.Part<TitlePart>()?.Title ?? string.Empty;
        if (title.Length == 0 && settings.IsRequired && !post.Options.Draft)
        {
            post.Fail("Title", "Donnez un titre.");
        }
        else if (title.Length > MaxLength)
        {
            post.Fail("Title", "Le titre dépasse {0} caractères.", MaxLength);
        }
    }
}
