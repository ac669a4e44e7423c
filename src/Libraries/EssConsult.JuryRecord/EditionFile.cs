using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Ledger;

namespace EssConsult.JuryRecord;

/// <summary>A sheet that is opened: whoever knows the key can check that this is what was committed to.</summary>
public sealed record SheetOpening(string Key, string Content);

/// <summary>
/// The register of an edition as one file: every act in its order, and the texts that hashes in it stand for. It is canonical JSON
/// (RFC 8785); its root (RFC 6962) is published beside the laureates and in the minutes.
/// </summary>
public sealed record EditionFile(IReadOnlyList<string> Acts, string Rule, IReadOnlyList<string> Entries, IReadOnlyList<SheetOpening> Sheets, string? Ranking)
{
    /// <summary>The time of the jury's file was over: no sheet can be opened any more, and the ranking is not done again.</summary>
    public bool SheetsErased { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public string Root => Convert.ToHexStringLower(RootOf(Acts));

    /// <summary>The root of acts in canonical JSON, in their order.</summary>
    public static byte[] RootOf(IReadOnlyList<string> acts) => MerkleTree.Root([.. acts.Select(act => MerkleTree.LeafHash(Encoding.UTF8.GetBytes(act)))]);

    public byte[] Write()
    {
        var json = new JsonObject
        {
            ["acts"] = new JsonArray([.. Acts.Select(act => JsonNode.Parse(act))]), ["root"] = Root, ["rule"] = Rule, ["ranking"] = Ranking, ["entries"] = List(Entries),
            ["sheets"] = new JsonArray([.. Sheets.Select(sheet => (JsonNode)new JsonObject { ["key"] = sheet.Key, ["content"] = sheet.Content })]),
        };
        if (SheetsErased)
        {
            json["sheetsErased"] = true;
        }

        return CanonicalJson.Bytes(json);
    }

    /// <exception cref="InvalidDataException">It is no such file, or not written as one.</exception>
    public static EditionFile Read(byte[] bytes)
    {
        try
        {
            var json = JsonNode.Parse(bytes)!.AsObject();
            var file = new EditionFile(
                [.. json["acts"]!.AsArray().Select(act => CanonicalJson.Text(act))], json["rule"]!.GetValue<string>(), [.. json["entries"]!.AsArray().Select(text => text!.GetValue<string>())],
                [.. json["sheets"]!.AsArray().Select(sheet => new SheetOpening(sheet!["key"]!.GetValue<string>(), sheet["content"]!.GetValue<string>()))], json["ranking"]?.GetValue<string>()) { SheetsErased = json["sheetsErased"]?.GetValue<bool>() == true };

            // Written again, it is the same to the last byte: nothing hides in spaces, in the order of members or in members that nobody reads.
            return file.Write().AsSpan().SequenceEqual(bytes) ? file : throw new InvalidDataException("The file is not written in the one way that its content has, or its root is not that of its acts.");
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or NullReferenceException or FormatException or KeyNotFoundException or ArgumentException)
        {
            throw new InvalidDataException("This is no register of an edition.", unreadable);
        }
    }

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
