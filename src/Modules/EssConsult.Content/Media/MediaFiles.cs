using EssConsult.Kernel.Themes;

namespace EssConsult.Content.Media;

/// <summary>The bytes on disk, under <c>media/</c> of the data folder, named by their hash. Written once, never changed.</summary>
internal sealed class MediaFiles(SiteFolders folders, TimeProvider clock)
{
    public static readonly int[] Widths = [480, 960];

    /// <summary>How long a form may take from a file's bytes to its row.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    public async Task WriteAsync(string name, byte[] bytes, CancellationToken ct)
    {
        var path = PathOf(name);
        if (Touch(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        await File.WriteAllBytesAsync(part, bytes, ct);
        File.SetLastWriteTimeUtc(part, clock.UtcNow());
        File.Move(part, path, overwrite: true);
    }

    /// <summary>Somebody has just brought these bytes, and their row may not be stored yet.</summary>
    public bool IsFresh(string name) => File.GetLastWriteTimeUtc(PathOf(name)) > clock.UtcNow() - Fresh;

    public bool Exists(MediaRow media) => File.Exists(PathOf(media.Hash));

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
            Delete(PathOf(name));
        }
    }

    /// <summary>Out of the way first: whoever brings the same bytes meanwhile either touched them, and they come back, or writes them anew.</summary>
    private void Delete(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        var leaving = $"{path}.{Guid.NewGuid():N}.part";
        File.Move(path, leaving);
        if (File.GetLastWriteTimeUtc(leaving) > clock.UtcNow() - Fresh)
        {
            File.Move(leaving, path, overwrite: true);
        }
        else
        {
            File.Delete(leaving);
        }
    }

    /// <returns>False when the file is not there.</returns>
    private bool Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, clock.UtcNow());
            return true;
        }
        catch (IOException gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    public static string VariantName(string hash, int width) => $"{hash}-{width}.webp";

    private string PathOf(string name) => Path.Combine(folders.Data, "media", name[..2], name);
}
