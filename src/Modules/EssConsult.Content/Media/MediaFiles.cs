using EssConsult.Kernel.Themes;

namespace EssConsult.Content.Media;

/// <summary>The bytes on disk, under <c>media/</c> of the data folder, named by their hash. Written once, never changed.</summary>
internal sealed class MediaFiles(SiteFolders folders)
{
    public static readonly int[] Widths = [480, 960];

    public async Task WriteAsync(string name, byte[] bytes, CancellationToken ct)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        await File.WriteAllBytesAsync(part, bytes, ct);
        File.Move(part, path, overwrite: true);
    }

    /// <summary>The file's path, or a smaller picture's when there is one of about the wanted width.</summary>
    public (string Path, bool IsVariant) Find(MediaRow media, int? wantedWidth)
    {
        var width = media.IsImage && wantedWidth is > 0 ? Widths.FirstOrDefault(known => known >= wantedWidth && known < media.Width) : 0;
        var variant = width > 0 ? PathOf(VariantName(media.Hash, width)) : null;
        return variant is not null && File.Exists(variant) ? (variant, true) : (PathOf(media.Hash), false);
    }

    public void Delete(MediaRow media)
    {
        foreach (var name in Widths.Select(width => VariantName(media.Hash, width)).Prepend(media.Hash))
        {
            File.Delete(PathOf(name));
        }
    }

    public static string VariantName(string hash, int width) => $"{hash}-{width}.webp";

    private string PathOf(string name) => Path.Combine(folders.Data, "media", name[..2], name);
}
