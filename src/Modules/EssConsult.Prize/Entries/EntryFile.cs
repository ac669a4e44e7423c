using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Prize.Entries;

/// <summary>A file that answers a question: stored here, never among the media that pages show. The answers hold its id, name, size and hash, so that the receipt covers it.</summary>
internal sealed class EntryFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid EntryId { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }

    public required DateTime AtUtc { get; init; }

    public required string ById { get; init; }
}

/// <summary>A file as the answers name it.</summary>
internal sealed record FileAnswer(Guid Id, string Name, long Size, string Hash)
{
    private const string Member = "Files";

    /// <summary>« 2,4 Mo ».</summary>
    public string Weight => Size < 1_000_000 ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, Size / 1000)} ko") : string.Create(CultureInfo.CurrentCulture, $"{Size / 1_000_000m:0.#} Mo");

    public static IReadOnlyList<FileAnswer> Of(ContentItem answers, FieldDefinition field) => [.. ((answers.Content[field.Part] as JsonObject)?[field.Name]?[Member] as JsonArray ?? []).OfType<JsonObject>()
        .Select(file => new FileAnswer(Guid.Parse(file["id"]!.ToString()), file["name"]!.ToString(), long.Parse(file["size"]!.ToString(), CultureInfo.InvariantCulture), file["hash"]!.ToString()))];

    public static void Put(ContentItem answers, FieldDefinition field, IEnumerable<FileAnswer> files) => answers.Field(field.Part, field.Name)[Member] =
        new JsonArray([.. files.Select(file => (JsonNode)new JsonObject { ["id"] = file.Id.ToString(), ["name"] = file.Name, ["size"] = file.Size, ["hash"] = file.Hash })]);
}
