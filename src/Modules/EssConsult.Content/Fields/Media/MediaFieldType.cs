using System.Text.Json.Nodes;
using EssConsult.Content.Definitions.Editing;
using EssConsult.Content.Media;

namespace EssConsult.Content.Fields.Media;

internal sealed record MediaFieldSettings
{
    /// <summary>Files that one sending may add.</summary>
    public const int MaxNew = 3;

    public const int MaxFiles = 20;

    public bool Multiple { get; init; } = true;

    public bool AllowMediaText { get; init; } = true;

    public IReadOnlyList<string> AllowedExtensions { get; init; } = [];

    public int NewInputs => Multiple ? MaxNew : 1;

    public string Accept => AllowedExtensions.Count == 0 ? FileKind.Accept : string.Join(',', AllowedExtensions);

    public bool Allows(string fileName) => AllowedExtensions.Count == 0 || AllowedExtensions.Any(extension => fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}

internal sealed class MediaFieldType(IMedia media, MediaAccess access, CurrentPerson person, SiteDb db) : IFieldType
{
    public string Name => "MediaField";

    public string Label => "Image ou fichier";

    public string Editor => FieldPartials.Path("Media");

    public IReadOnlyList<SettingInput> Settings { get; } =
    [
        new("MediaFieldSettings.Multiple", "Plusieurs fichiers", FieldSettingKind.Flag) { Default = true },
        new("MediaFieldSettings.AllowMediaText", "Demander une description de chaque image", FieldSettingKind.Flag) { Default = true },
        new("MediaFieldSettings.AllowedExtensions", "Extensions acceptées", FieldSettingKind.Lines) { Hint = "Une par ligne, par exemple .pdf ; vide : toutes celles que le site accepte." },
    ];

    public async Task ReadAsync(FieldPost post, CancellationToken ct)
    {
        var settings = post.Field.Options<MediaFieldSettings>();
        if (post.WasAsked)
        {
            var files = await KeptAsync(post, ct);
            await AddNewAsync(post, settings, files, ct);
            post.Value["Paths"] = new JsonArray([.. files.Select(file => JsonValue.Create(file.Path))]);
            post.Value["MediaTexts"] = new JsonArray([.. files.Select(file => JsonValue.Create(file.Text))]);
        }

        Check(post, settings);
    }

    public FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items)
    {
        var files = Files(value);
        return files.Count == 0 ? FieldShown.Nothing : new FieldShown(
            string.Join(", ", files.Select(file => file.Text.Length > 0 ? file.Text : NameOf(file.Path))),
            string.Concat(files.Where(file => FileKind.IsImageName(file.Path)).Select(Image))
                + (files.Where(file => !FileKind.IsImageName(file.Path)).Select(Download).ToList() is { Count: > 0 } downloads ? $"<ul class=\"attachments\">{string.Concat(downloads)}</ul>" : string.Empty),
            new JsonArray([.. files.Select(file => new JsonObject { ["url"] = media.Url(file.Path), ["text"] = file.Text })]));
    }

    public static List<MediaFile> Files(JsonObject value)
    {
        var texts = value["MediaTexts"] as JsonArray;
        return [.. (value["Paths"] as JsonArray ?? []).Select((path, index) => new MediaFile(path?.ToString() ?? string.Empty, index < texts?.Count ? texts[index]?.ToString() ?? string.Empty : string.Empty)).Where(file => file.Path.Length > 0)];
    }

    private async Task<List<MediaFile>> KeptAsync(FieldPost post, CancellationToken ct)
    {
        var (before, removed) = (Files(post.Value).Select(file => file.Path).ToHashSet(), post.Texts("Removed"));
        var (paths, texts) = (post.Rows("Paths"), post.Rows("MediaTexts"));
        var asked = paths.Select((path, index) => new MediaFile(path, index < texts.Count ? texts[index] : string.Empty)).ToList();
        asked.AddRange(post.Options.ForVisitors ? [] : post.Texts("Library").Select(path => new MediaFile(path, string.Empty)));
        var usable = await access.UsableAsync([.. asked.Select(file => file.Path).Where(path => path.Length > 0 && !before.Contains(path))], ct);
        return [.. asked.Where(file => (before.Contains(file.Path) || usable.Contains(file.Path)) && !removed.Contains(file.Path)).DistinctBy(file => file.Path)];
    }

    private async Task AddNewAsync(FieldPost post, MediaFieldSettings settings, List<MediaFile> files, CancellationToken ct)
    {
        var stored = false;
        for (var row = 0; row < settings.NewInputs; row++)
        {
            if (post.Files($"File{row}") is not [var file, ..])
            {
                continue;
            }

            var text = post.Text($"FileText{row}") ?? string.Empty;
            if (!settings.Allows(file.FileName))
            {
                post.Fail($"File{row}", "« {0} » : ce genre de fichier n’est pas accepté ({1}).", file.FileName);
                continue;
            }

            try
            {
                await using var content = file.OpenReadStream();
                files.Add(new MediaFile(await media.StoreAsync(content, file.FileName, text, person.Id ?? string.Empty, ct), text));
                stored = true;
            }
            catch (RuleException broken)
            {
                post.FailWith($"File{row}", broken);
            }
        }

        if (stored)
        {
            // Kept at once: if another answer is wrong, the form that comes back still has the file.
            await db.SaveChangesAsync(ct);
        }
    }

    private static void Check(FieldPost post, MediaFieldSettings settings)
    {
        var files = Files(post.Value);
        if (files.Count == 0 && post.MustBeFilled)
        {
            post.Fail("File0", "Ajoutez un fichier à « {0} ».");
        }
        else if (files.Count > (settings.Multiple ? MediaFieldSettings.MaxFiles : 1))
        {
            post.Fail("File0", "« {0} » : {1} fichiers au plus.", settings.Multiple ? MediaFieldSettings.MaxFiles : 1);
        }
        else if (!post.Options.Draft && settings.AllowMediaText && files.Exists(file => FileKind.IsImageName(file.Path) && file.Text.Length == 0))
        {
            post.Fail("MediaTexts", "« {0} » : décrivez chaque image en quelques mots, pour les personnes qui ne la voient pas.");
        }
    }

    private string Image(MediaFile file)
    {
        var url = FieldShown.Encode(media.Url(file.Path));
        return $"<img src=\"{url}?width=960\" srcset=\"{url}?width=480 480w, {url}?width=960 960w, {url} 2400w\" sizes=\"(min-width: 48rem) 44rem, 100vw\" alt=\"{FieldShown.Encode(file.Text)}\" loading=\"lazy\">";
    }

    private string Download(MediaFile file) =>
        $"<li><a href=\"{FieldShown.Encode(media.Url(file.Path))}\" download>{FieldShown.Encode(file.Text.Length > 0 ? file.Text : NameOf(file.Path))} <small>{FieldShown.Encode(Path.GetExtension(file.Path).TrimStart('.').ToUpperInvariant())}</small></a></li>";

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}

internal sealed record MediaFile(string Path, string Text);
