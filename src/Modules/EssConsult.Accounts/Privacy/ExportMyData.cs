using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using EssConsult.Accounts.Contracts;

namespace EssConsult.Accounts.Privacy;

/// <summary>Everything the site holds about a person: a ZIP with one JSON file a module.</summary>
internal sealed class ExportMyDataHandler(IEnumerable<IPersonalData> modules)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public async Task<byte[]> HandleAsync(string personId, CancellationToken ct)
    {
        using var file = new MemoryStream();
        await using (var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
        {
            foreach (var module in modules.OrderBy(module => module.Name, StringComparer.Ordinal))
            {
                if (await module.ExportAsync(personId, ct) is { } data)
                {
                    await using var entry = await zip.CreateEntry(module.Name + ".json").OpenAsync(ct);
                    await JsonSerializer.SerializeAsync(entry, data, data.GetType(), Readable, ct);
                }
            }
        }

        return file.ToArray();
    }
}
