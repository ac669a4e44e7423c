namespace EssConsult.Content.Media;

/// <summary>A kind of file that the site takes.</summary>
internal sealed record FileKind(string ContentType, bool IsImage, params string[] Extensions)
{
    public static readonly FileKind Jpeg = new("image/jpeg", true, ".jpg", ".jpeg");
    public static readonly FileKind Png = new("image/png", true, ".png");
    public static readonly FileKind Webp = new("image/webp", true, ".webp");
    public static readonly FileKind Gif = new("image/gif", true, ".gif");
    public static readonly FileKind Pdf = new("application/pdf", false, ".pdf");
    public static readonly FileKind Odt = new("application/vnd.oasis.opendocument.text", false, ".odt");
    public static readonly FileKind Ods = new("application/vnd.oasis.opendocument.spreadsheet", false, ".ods");
    public static readonly FileKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, ".docx");
    public static readonly FileKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, ".xlsx");
    public static readonly FileKind Csv = new("text/csv; charset=utf-8", false, ".csv");
    public static readonly FileKind Plain = new("text/plain; charset=utf-8", false, ".txt");

    public static readonly IReadOnlyList<FileKind> All = [Jpeg, Png, Webp, Gif, Pdf, Odt, Ods, Docx, Xlsx, Csv, Plain];

    /// <summary>For the <c>accept</c> attribute of a file input.</summary>
    public static string Accept => string.Join(',', All.SelectMany(kind => kind.Extensions));

    public static bool IsImageName(string path) => All.Any(kind => kind.IsImage && kind.Takes(path));

    public bool Takes(string fileName) => Extensions.Any(extension => fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
