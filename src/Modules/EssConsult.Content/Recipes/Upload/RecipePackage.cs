using System.IO.Compression;

namespace EssConsult.Content.Recipes.Upload;

/// <summary>
/// A recipe as it is sent: a JSON file alone, or a zip of Recipe.json and the files it names, which lie in a folder of their own
/// until the package is disposed.
/// </summary>
internal sealed class RecipePackage : IDisposable
{
    public const int MaxBytes = 50_000_000;
    private const long MaxUnzippedBytes = 400_000_000;
    private const int MaxEntries = 10_000;
    private readonly DirectoryInfo? folder;

    private RecipePackage(Recipe recipe, DirectoryInfo? folder) => (Recipe, this.folder) = (recipe, folder);

    public Recipe Recipe { get; }

    /// <exception cref="RuleException">It is neither a recipe nor a zip with one, or too big once unzipped.</exception>
    public static RecipePackage Open(byte[] content, string fileName, string workFolder)
    {
        if (!IsZip(content))
        {
            return new RecipePackage(Read(content, fileName, folder: null), folder: null);
        }

        var target = Directory.CreateDirectory(Path.Combine(workFolder, Guid.CreateVersion7().ToString("N")));
        try
        {
            Unzip(content, target.FullName);
            var path = Directory.EnumerateFiles(target.FullName).FirstOrDefault(file => Path.GetFileName(file).Equals("Recipe.json", StringComparison.OrdinalIgnoreCase))
                ?? throw NoRecipe();
            return new RecipePackage(Read(File.ReadAllBytes(path), fileName, new RecipeFolder(target.FullName, target.FullName)), target);
        }
        catch
        {
            target.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Reads the recipe alone, without unzipping its files.</summary>
    /// <exception cref="RuleException">It is neither a recipe nor a zip with one.</exception>
    public static Recipe Peek(byte[] content, string fileName)
    {
        if (!IsZip(content))
        {
            return Read(content, fileName, folder: null);
        }

        using var archive = Archive(content);
        var entry = archive.Entries.FirstOrDefault(candidate => candidate.FullName.Equals("Recipe.json", StringComparison.OrdinalIgnoreCase)) ?? throw NoRecipe();
        using var text = new MemoryStream();
        var left = MaxUnzippedBytes;
        Copy(entry, text, ref left);
        return Read(text.ToArray(), fileName, folder: null);
    }

    public void Dispose() => folder?.Delete(recursive: true);

    private static bool IsZip(byte[] content) => content is [(byte)'P', (byte)'K', 3, 4, ..];

    private static Recipe Read(byte[] content, string fileName, RecipeFolder? folder) =>
        RecipeReader.Read(System.Text.Encoding.UTF8.GetString(content), Path.GetFileNameWithoutExtension(fileName), folder);

    private static void Unzip(byte[] content, string target)
    {
        using var archive = Archive(content);
        if (archive.Entries.Count > MaxEntries)
        {
            throw TooBig();
        }

        var left = MaxUnzippedBytes;
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            var path = Path.GetFullPath(entry.FullName, target);
            if (!path.StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new RuleException("recipe.zip-path", "Ce fichier zip contient un chemin interdit : {0}", entry.FullName);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = File.Create(path);
            Copy(entry, file, ref left);
        }
    }

    /// <summary>The sizes that a zip declares may lie: what is read is counted.</summary>
    private static void Copy(ZipArchiveEntry entry, Stream target, ref long left)
    {
        using var source = entry.Open();
        var buffer = new byte[81_920];
        for (var read = source.Read(buffer); read > 0; read = source.Read(buffer))
        {
            left -= read;
            if (left < 0)
            {
                throw TooBig();
            }

            target.Write(buffer, 0, read);
        }
    }

    private static ZipArchive Archive(byte[] content)
    {
        try
        {
            return new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            throw new RuleException("recipe.zip", "Ce fichier zip est abîmé.");
        }
    }

    private static RuleException NoRecipe() => new("recipe.zip-empty", "Ce fichier zip ne contient pas de Recipe.json.");

    private static RuleException TooBig() => new("recipe.too-big", "Ce modèle de site est trop grand.");
}
