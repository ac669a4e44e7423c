namespace EssConsult.Content.Media;

/// <summary>The media library's eyes, for files that do not go into it.</summary>
internal sealed class UploadReader(MediaStore media) : IUploads
{
    private const int NameLength = 200;

    public string Accept => FileKind.Accept;

    public long MaxBytes => media.MaxBytes;

    public async Task<ReadUpload> ReadAsync(Stream content, string fileName, long maxBytes, CancellationToken ct)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var bytes = await MediaStore.ReadAsync(content, Math.Min(maxBytes, MaxBytes), ct);
        var kind = FileSniffer.Sniff(bytes, name);
        return kind is not null && kind.Takes(name)
            ? new ReadUpload(name.Length > NameLength ? name[^NameLength..] : name, kind.ContentType, kind.IsImage, bytes)
            : throw new RuleException("media.kind", "Ce fichier n’est pas accepté, ou son nom ne correspond pas à son contenu : {0}.", name);
    }
}
