using System.Security.Cryptography;
using EssConsult.Content.Routing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Media;

/// <summary>Takes files in: looks at the content, redraws pictures, writes the bytes and stages the row.</summary>
internal sealed class MediaStore(SiteDb db, MediaFiles files, SiteSettings settings, TimeProvider clock) : IMedia
{
    private const long DefaultMaxBytes = 10_000_000;

    public long MaxBytes => long.TryParse(settings.Text("MediaSettings", "MaxFileSize"), out var bytes) && bytes > 0 ? bytes : DefaultMaxBytes;

    public Task<string> StoreAsync(Stream content, string fileName, string? alternativeText, string ownerId, CancellationToken ct) =>
        AddUploadAsync(content, fileName, alternativeText, ownerId, inLibrary: false, ct);

    public Task AddToLibraryAsync(Stream content, string fileName, string? alternativeText, string ownerId, CancellationToken ct) =>
        AddUploadAsync(content, fileName, alternativeText, ownerId, inLibrary: true, ct);

    private async Task<string> AddUploadAsync(Stream content, string fileName, string? alternativeText, string ownerId, bool inLibrary, CancellationToken ct)
    {
        if (FileKind.IsImageName(fileName) && string.IsNullOrWhiteSpace(alternativeText))
        {
            throw new RuleException("media.text-missing", "Décrivez l’image en quelques mots, pour les personnes qui ne la voient pas.");
        }

        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var slug = Slug.Of(Path.GetFileNameWithoutExtension(name)) is { Length: > 0 } readable ? readable : "fichier";
        var path = $"{ContentId.New()}/{slug}{Path.GetExtension(name).ToLowerInvariant()}";
        await AddAsync(path, name, content, alternativeText, ownerId.Length == 0 ? null : ownerId, inLibrary, ct);
        return path;
    }

    public async Task ShowAsync(string holder, IReadOnlyCollection<string> paths, CancellationToken ct)
    {
        var uses = await db.Set<MediaUse>().Where(use => use.ContentItemId == holder).ToListAsync(ct);
        db.RemoveRange(uses.Where(use => !paths.Contains(use.Path)));
        db.AddRange(paths.Except(uses.Select(use => use.Path)).Select(path => new MediaUse { Path = path, ContentItemId = holder, Latest = true, Published = true }));
    }

    public async Task StoreAtAsync(string path, Stream content, string? alternativeText, CancellationToken ct)
    {
        path = path.Replace('\\', '/').Trim('/');
        if (path.Length is 0 or > 400 || path.Split('/').Any(segment => segment is "" or "." or ".."))
        {
            throw new RuleException("media.path", "« {0} » n’est pas une adresse de média.", path);
        }

        await AddAsync(path, Path.GetFileName(path), content, alternativeText, ownerId: null, inLibrary: true, ct);
    }

    public string Url(string path) => "/media/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private async Task AddAsync(string path, string fileName, Stream content, string? alternativeText, string? ownerId, bool inLibrary, CancellationToken ct)
    {
        var bytes = await ReadAsync(content, MaxBytes, ct);
        var kind = FileSniffer.Sniff(bytes, fileName);
        if (kind is null || !kind.Takes(fileName))
        {
            throw new RuleException("media.kind", "Ce fichier n’est pas accepté, ou son nom ne correspond pas à son contenu : {0}.", fileName);
        }

        var picture = kind.IsImage ? await DrawAsync(bytes, kind, ct) : null;
        var stored = picture?.Bytes ?? bytes;
        var hash = Convert.ToHexStringLower(SHA256.HashData(stored));
        await files.WriteAsync(hash, stored, ct);
        foreach (var width in MediaFiles.Widths.Where(width => width < picture?.Width))
        {
            await files.WriteAsync(MediaFiles.VariantName(hash, width), await Task.Run(() => picture!.Variant(width), ct), ct);
        }

        var row = db.Set<MediaRow>().Local.FirstOrDefault(known => known.Path == path) ?? await db.Set<MediaRow>().FirstOrDefaultAsync(known => known.Path == path, ct)
            ?? db.Add(new MediaRow { Path = path, FileName = fileName, Hash = hash, ContentType = kind.ContentType, OwnerId = ownerId, CreatedUtc = clock.UtcNow() }).Entity;
        (row.Hash, row.ContentType, row.Bytes, row.Width, row.Height) = (hash, picture?.ContentType ?? kind.ContentType, stored.Length, picture?.Width, picture?.Height);
        row.AlternativeText = string.IsNullOrWhiteSpace(alternativeText) ? row.AlternativeText : alternativeText.Trim();
        row.InLibrary |= inLibrary;
    }

    private static async Task<Picture> DrawAsync(byte[] bytes, FileKind kind, CancellationToken ct) =>
        await Picture.RedrawInTurnAsync(bytes, kind, ct) ?? throw new RuleException("media.unreadable", "Cette image ne peut pas être lue.");

    /// <exception cref="RuleException">There is more than that.</exception>
    internal static async Task<byte[]> ReadAsync(Stream content, long maxBytes, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            if (memory.Length + read > maxBytes)
            {
                throw new RuleException("media.size", "Ce fichier dépasse {0} Mo.", maxBytes / 1_000_000);
            }

            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }
}
