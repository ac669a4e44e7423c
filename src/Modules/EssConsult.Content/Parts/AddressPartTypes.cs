using EssConsult.Content.Definitions.Editing;
using EssConsult.Content.Routing;

namespace EssConsult.Content.Parts;

internal sealed class AutoroutePartType : IPartType
{
    public string Name => nameof(AutoroutePart);

    public string Label => "Adresse de la page";

    public string? Editor => PartPartials.Path("Autoroute");

    public IReadOnlyList<SettingInput> Settings { get; } =
    [
        new("AutoroutePartSettings.Pattern", "Modèle (Liquid)", FieldSettingKind.Text),
        new("AutoroutePartSettings.AllowCustomPath", "On peut l’écrire à la main", FieldSettingKind.Flag),
    ];

    public void Read(PartPost post)
    {
        var settings = post.Part.Settings.Read<AutoroutePartSettings>() ?? new AutoroutePartSettings();
        if (!settings.AllowCustomPath || !post.Has("Path"))
        {
            return;
        }

        var path = AutorouteHandler.Normalize(post.Text("Path"));
        if (path.Any(letter => char.IsWhiteSpace(letter) || "?#%\\:*\"<>|".Contains(letter, StringComparison.Ordinal)))
        {
            post.Fail("Path", "L’adresse ne contient que des lettres, des chiffres, des tirets et des barres obliques.");
            return;
        }

        post.Item.Put((post.Item.Part<AutoroutePart>() ?? new AutoroutePart()) with { Path = path });
    }
}

internal sealed class AliasPartType : IPartType
{
    public string Name => nameof(AliasPart);

    public string Label => "Nom technique (alias)";

    public string? Editor => PartPartials.Path("Alias");

    public void Read(PartPost post)
    {
        if (post.Has("Alias"))
        {
            post.Item.Put(new AliasPart(Slug.Of(post.Text("Alias"))));
        }
    }
}
