using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Storms.Tests;

internal sealed record StoredContribution(string Id, string ProcessId, string State, string Title, string Path, string? AuthorId);

internal sealed record StoredVersion(bool Latest, bool Published);

/// <summary>The tables that a contribution touches, read whole.</summary>
internal sealed record StormFacts
{
    public required IReadOnlyList<StoredContribution> Contributions { get; init; }

    public required ILookup<string, StoredVersion> Versions { get; init; }

    /// <summary>The words of each current version.</summary>
    public required ILookup<string, string> Texts { get; init; }

    public required IReadOnlySet<string> Paths { get; init; }

    public required IReadOnlySet<string> Terms { get; init; }

    public required ILookup<(string Subject, string Type), string> Events { get; init; }

    public required ILookup<string, string> Follows { get; init; }


    /// <summary>Mails about a publication, by the title that they name.</summary>
    public required ILookup<string, string> Mails { get; init; }

    public required ILookup<string, string> Acts { get; init; }

    public required IReadOnlyList<string> OrphanedContent { get; init; }

    public required IReadOnlyList<string> OrphanedEvents { get; init; }

    public required IReadOnlyList<string> Parked { get; init; }

    public static async Task<StormFacts> ReadAsync(DbConnection db, string where)
    {
        var contributions = (await RowsAsync(db, $"SELECT content_item_id, process_id, state, title, path, author_id FROM contribution WHERE {where}"))
            .Select(row => new StoredContribution(row[0], row[1], row[2], row[3], row[4], row[5])).ToList();
        var content = await RowsAsync(db, "SELECT content_item_id, latest, published, json FROM content WHERE content_type = 'Contribution'");
        var events = await RowsAsync(db, "SELECT subject, type, position FROM outbox WHERE type IN ('ContributionSubmitted', 'ContributionPublished', 'ContentPublished')");
        var ids = contributions.Select(row => row.Id).ToHashSet();
        return new StormFacts
        {
            Contributions = contributions,
            Versions = content.ToLookup(row => row[0], row => new StoredVersion(IsTrue(row[1]), IsTrue(row[2]))),
            Texts = content.Where(row => IsTrue(row[1])).ToLookup(row => row[0], row => JsonNode.Parse(row[3])?["MarkdownBodyPart"]?["Markdown"]?.ToString() ?? string.Empty),
            Paths = await SetAsync(db, "SELECT path FROM content_path"),
            Terms = await SetAsync(db, "SELECT content_item_id FROM content_term"),
            Events = events.ToLookup(row => (row[0], row[1]), row => row[2]),
            Follows = (await RowsAsync(db, "SELECT content_item_id, person_id FROM follow")).ToLookup(row => row[0], row => row[1]),
            Mails = ByTitle(contributions, await RowsAsync(db, "SELECT text FROM mail_message WHERE template = 'contribution-published'")),
            Acts = (await RowsAsync(db, "SELECT subject, act FROM audit_row WHERE act = 'contribution.accept'")).ToLookup(row => row[0], row => row[1]),
            OrphanedContent = [.. content.Select(row => row[0]).Except(ids)],
            OrphanedEvents = [.. events.Where(row => row[1] != "ContentPublished" && !ids.Contains(row[0])).Select(row => $"{row[1]} {row[0]}")],
            Parked = [.. (await RowsAsync(db, "SELECT handler FROM outbox_parked")).Select(row => row[0])],
        };
    }

    /// <summary>Whether every handler has taken everything.</summary>
    public static async Task<bool> IsQuietAsync(DbConnection db) =>
        (await RowsAsync(db, "SELECT count(*) FROM outbox_cursor c WHERE EXISTS (SELECT 1 FROM outbox o WHERE o.xid > c.xid OR (o.xid = c.xid AND o.position > c.position))"))[0][0] == "0";

    private static ILookup<string, string> ByTitle(List<StoredContribution> contributions, List<string[]> mails)
    {
        var titles = contributions.Select(row => row.Title).ToHashSet();
        return mails.SelectMany(mail => mail[0].Split('«', '»', '\n').Select(piece => piece.Trim()).Where(titles.Contains).Distinct()).ToLookup(title => title);
    }

    private static bool IsTrue(string value) => value is "1" or "True";

    private static async Task<IReadOnlySet<string>> SetAsync(DbConnection db, string query) => (await RowsAsync(db, query)).Select(row => row[0]).ToHashSet();

    internal static async Task<List<string[]>> RowsAsync(DbConnection db, string query)
    {
        await using var command = db.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!)]);
        }

        return rows;
    }
}
