namespace EssConsult.Queries.Sql;

internal enum SqlType
{
    Text,
    Number,
    Date,
}

/// <param name="Sqlite">How SQLite reads it from the tables of the view.</param>
/// <param name="PostgreSql">How PostgreSQL does.</param>
internal sealed record SqlViewColumn(string Name, SqlType Type, string Sqlite, string PostgreSql);

/// <param name="From">Our tables; <c>c</c> is the published item that the row is about.</param>
internal sealed record SqlView(string Name, string From, IReadOnlyList<SqlViewColumn> Columns)
{
    /// <summary>What the row must be beside published and viewable; null when nothing.</summary>
    public string? Where { get; init; }
}

/// <summary>
/// Orchard's index tables (§3.4 of the formats), made of the published items alone: all that a query can read. An item has one published
/// version, so that its id serves as the id of Orchard's document. There is no table of people.
/// </summary>
internal static class SqlViews
{
    private static readonly SqlViewColumn[] Item =
    [
        Text("DocumentId", "c.content_item_id"),
        Text("ContentItemId", "c.content_item_id"),
        Truth("Published", "c.published"),
        Truth("Latest", "c.latest"),
    ];

    private static readonly SqlView[] All =
    [
        new("ContentItemIndex", "content c",
        [
            .. Item, Text("ContentItemVersionId", "c.content_item_version_id"), Text("ContentType", "c.content_type"), Date("ModifiedUtc", "c.modified_utc"), Date("PublishedUtc", "c.published_utc"),
            Date("CreatedUtc", "c.created_utc"), Text("Owner", "c.owner"), Text("Author", "c.author"), Text("DisplayText", "c.display_text"),
        ]),
        new("ContainedPartIndex", "content c",
        [
            .. Item, Text("ListContentItemId", "c.list_content_item_id"), Number("Order", "c.list_order"), Text("DisplayText", "c.display_text"),
            Text("ListContentType", "(SELECT l.content_type FROM content l WHERE l.content_item_id = c.list_content_item_id AND l.published)"),
        ]) { Where = "c.list_content_item_id IS NOT NULL" },
        new("AutoroutePartIndex", "content c",
        [
            .. Item, Text("Path", "c.path"), Text("ContainedContentItemId", "CAST(NULL AS TEXT)"), Text("JsonPath", "CAST(NULL AS TEXT)"),
        ]) { Where = "c.path IS NOT NULL" },
        new("TaxonomyIndex", "content_term u INNER JOIN content c ON c.content_item_id = u.content_item_id",
        [
            .. Item, Text("ContentType", "c.content_type"), Text("TermContentItemId", "u.term_content_item_id"),
            Text("TaxonomyContentItemId", "(SELECT MIN(t.content_item_id) FROM content t WHERE t.content_type = 'Taxonomy' AND t.published AND t.json LIKE '%\"' || u.term_content_item_id || '\"%')"),
        ]),
        new("AliasPartIndex", "content c", [.. Item, Json("Alias", "AliasPart", "Alias")]) { Where = "c.json LIKE '%\"AliasPart\":%'" },
        new("LocalizedContentItemIndex", "content c", [.. Item, Json("Culture", "LocalizationPart", "Culture"), Json("LocalizationSet", "LocalizationPart", "LocalizationSet")]) { Where = "c.json LIKE '%\"LocalizationPart\":%'" },
    ];

    public static IEnumerable<string> Names => All.Select(view => view.Name);

    public static IReadOnlyList<SqlView> Views => All;

    public static SqlView? Find(string name) => Array.Find(All, view => view.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static SqlViewColumn Text(string name, string sql) => new(name, SqlType.Text, sql, sql);

    private static SqlViewColumn Number(string name, string sql) => new(name, SqlType.Number, sql, sql);

    private static SqlViewColumn Date(string name, string sql) => new(name, SqlType.Date, sql, sql);

    // Recipes compare with 1 and with true: a number takes both.
    private static SqlViewColumn Truth(string name, string sql) => new(name, SqlType.Number, $"CASE WHEN {sql} THEN 1 ELSE 0 END", $"CASE WHEN {sql} THEN 1 ELSE 0 END");

    private static SqlViewColumn Json(string name, string part, string member) => new(name, SqlType.Text, $"json_extract(c.json, '$.{part}.{member}')", $"c.json::json -> '{part}' ->> '{member}'");
}
