using System.Text.RegularExpressions;
using CsCheck;
using EssConsult.Kernel.Data;
using EssConsult.Queries.Running;
using EssConsult.Queries.Sql;

namespace EssConsult.Queries.Tests;

public sealed partial class SqlTests(BlogSites sites) : IClassFixture<BlogSites>
{
    /// <summary>Query and the JSON of its rows, over three posts « Sql … » of which the last is a note.</summary>
    public static TheoryData<Database, string, string> Answers
    {
        get
        {
            var answers = new TheoryData<Database, string, string>();
            foreach (var (sql, rows) in new[]
            {
                ("SELECT DisplayText FROM ContentItemIndex WHERE ContentType = 'Post' AND DisplayText LIKE 'sql%' ORDER BY DisplayText DESC", """[{"DisplayText":"Sql b"},{"DisplayText":"Sql a"}]"""),
                ("select ContentType, count(*) as n from ContentItemIndex where DisplayText like 'Sql%' group by ContentType having count(*) >= 1 order by n desc, 1", """[{"ContentType":"Post","n":2},{"ContentType":"Note","n":1}]"""),
                ("SELECT DisplayText FROM ContentItemIndex WHERE Published AND Latest = 1 AND DisplayText IN ('Sql a', @other) ORDER BY 1 LIMIT 1 OFFSET 1;", """[{"DisplayText":"Sql b"}]"""),
                ("SELECT upper(DisplayText) AS u, length(DisplayText) AS l, substr(DisplayText, 1, 3) AS s, concat(ContentType, '-', DisplayText) AS c FROM ContentItemIndex WHERE DisplayText = 'Sql a'", """[{"u":"SQL A","l":5,"s":"Sql","c":"Post-Sql a"}]"""),
                ("SELECT year(PublishedUtc) AS y, month(PublishedUtc) AS m, CreatedUtc FROM ContentItemIndex WHERE DisplayText = 'Sql a' AND PublishedUtc BETWEEN '2027-01-06' AND '2027-01-07T00:00:00Z' AND CreatedUtc < now()", """[{"y":2027,"m":1,"CreatedUtc":"2027-01-05T10:00:00Z"}]"""),
                ("SELECT p.Path, i.DisplayText FROM AutoroutePartIndex AS p INNER JOIN ContentItemIndex AS i ON i.ContentItemId = p.ContentItemId WHERE p.Path = 'sql-liste'", """[{"Path":"sql-liste","DisplayText":"Liste"}]"""),
                ("SELECT i.DisplayText, p.Path FROM ContentItemIndex i LEFT JOIN AutoroutePartIndex p ON i.DocumentId = p.DocumentId WHERE i.DisplayText = 'Sql note' AND p.Path IS NULL", """[{"DisplayText":"Sql note","Path":null}]"""),
                ("SELECT DisplayText FROM ContentItemIndex i WHERE DisplayText LIKE 'Sql%' AND NOT EXISTS (SELECT 1 AS one FROM ContentItemIndex o WHERE o.ContentType = 'Post' AND o.DocumentId = i.DocumentId)", """[{"DisplayText":"Sql note"}]"""),
                ("SELECT DisplayText FROM ContentItemIndex WHERE DocumentId IN (SELECT DocumentId FROM ContentItemIndex WHERE DisplayText = 'Sql b' UNION ALL SELECT DocumentId FROM ContentItemIndex WHERE DisplayText = 'Sql note') ORDER BY DisplayText", """[{"DisplayText":"Sql b"},{"DisplayText":"Sql note"}]"""),
                ("SELECT t.n + 1 AS n, (SELECT max(DisplayText) FROM ContentItemIndex WHERE DisplayText LIKE 'Sql%') AS last FROM (SELECT count(*) AS n FROM ContentItemIndex WHERE DisplayText LIKE 'Sql%') AS t", """[{"n":4,"last":"Sql note"}]"""),
                ("SELECT CASE WHEN ContentType = 'Post' THEN 'billet' ELSE lower(ContentType) END AS kind FROM ContentItemIndex WHERE DisplayText LIKE 'Sql%' ORDER BY DisplayText", """[{"kind":"billet"},{"kind":"billet"},{"kind":"note"}]"""),
                ("SELECT DISTINCT ContentType FROM ContentItemIndex WHERE DisplayText LIKE 'Sql%' UNION SELECT 'Autre' AS ContentType FROM ContentItemIndex ORDER BY ContentType", """[{"ContentType":"Autre"},{"ContentType":"Note"},{"ContentType":"Post"}]"""),
                ("SELECT round(avg(length(DisplayText)), 1) AS a, 7 / 0 AS none, -3 * 2 AS product, coalesce(NULL, 'x') AS x FROM ContentItemIndex WHERE DisplayText LIKE 'Sql%'", """[{"a":6,"none":null,"product":-6,"x":"x"}]"""),
                ("SELECT count(DISTINCT a.Alias) AS n FROM AliasPartIndex a", null!),
                ("SELECT c.Order, c.ListContentType FROM ContainedPartIndex c ORDER BY c.Order", null!),
                ("SELECT TaxonomyContentItemId, TermContentItemId, DocumentId FROM TaxonomyIndex LIMIT 3", null!),
                ("SELECT Culture, LocalizationSet FROM LocalizedContentItemIndex", null!),
                ("SELECT * FROM ContentItemIndex i JOIN AutoroutePartIndex a ON a.DocumentId = i.DocumentId LIMIT 2", null!),
            })
            {
                answers.Add(Database.Sqlite, sql, rows);
                answers.Add(Database.PostgreSql, sql, rows);
            }

            return answers;
        }
    }

    [Theory, MemberData(nameof(Answers))]
    public async Task Both_databases_give_the_same_rows(Database database, string sql, string? rows)
    {
        var site = await sites.OnAsync(database);
        if ((await site.RunAsync("Sql", "SELECT 1 AS x FROM ContentItemIndex WHERE DisplayText = 'Sql a'")).Rows.Count == 0)
        {
            await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Content(Blog.Post("Sql a"), Blog.Post("Sql b"), Blog.Note("Sql note"), Blog.Listing("sql-liste")));
        }

        var result = await site.RunAsync("Sql", sql, """{"other":"Sql b"}""");

        if (rows is not null)
        {
            result.ToJson().ToJsonString().ShouldBe(rows);
        }
    }

    /// <summary>Words of SQL, ours and others', in any order: most is refused, what is not must be harmless.</summary>
    private static readonly Gen<string> Words = Gen.OneOf(
        "DocumentId", "ContentType", "DisplayText", "Published", "CreatedUtc", "i.DocumentId", "i.Path", "person", "json", "content", "password_hash", "'Post'", "'x''y'", "1", "2.5", "@p", "@q:3", "NULL", "TRUE",
        "count(*)", "lower(DisplayText)", "max(CreatedUtc)", "pg_sleep(1)", "load_extension('x')", "sqlite_version()", "(", ")", ",", "=", "<>", "<", "+", "||", "/", "%", "-", ".", "*", ";", "--", "AND", "OR", "NOT", "IN", "LIKE", "BETWEEN", "IS NULL", "EXISTS", "UNION SELECT DocumentId FROM ContentItemIndex",
        "(SELECT DocumentId FROM AutoroutePartIndex)", "(SELECT id FROM person)", "JOIN AutoroutePartIndex AS j ON j.DocumentId = i.DocumentId", "JOIN person ON 1 = 1", "GROUP BY", "HAVING", "ORDER BY", "LIMIT 3", "OFFSET 1", "AS x", "DESC", "CASE WHEN 1 = 1 THEN 1 END", "\"person\"", "[content]");

    private static readonly Gen<string> Conditions = Gen.Select(Gen.OneOf("DisplayText", "CreatedUtc", "Published", "Owner", "i.ContentType", "length(DisplayText)", "lower(ContentType)", "@q:3", "'a'", "(SELECT max(Path) FROM AutoroutePartIndex)"),
        Gen.OneOf("=", "<", "<>", "LIKE", "NOT LIKE", "IN (SELECT DocumentId FROM TaxonomyIndex) OR 1 =", "BETWEEN 'a' AND", "IS NULL OR 2 <", "+ 1 =", "|| 'b' ="), Gen.OneOf("'2027-01-01'", "1", "DisplayText", "PublishedUtc", "NULL", "@q:'z'", "count(*)", "(1)"), (left, comparison, right) => $"{left} {comparison} {right}");

    private static readonly Gen<string> Statements = Gen.OneOf(
        Words.Array[1, 14].Select(words => $"SELECT {string.Join(' ', words)}"),
        Words.Array[1, 8].Select(words => $"SELECT DocumentId FROM ContentItemIndex AS i {string.Join(' ', words)}"),
        Gen.Select(Words, Conditions, Words.Array[0, 3]).Select((item, condition, rest) => $"SELECT {item} FROM ContentItemIndex AS i WHERE {condition} {string.Join(' ', rest)}"),
        Gen.Select(Conditions, Conditions).Select((one, two) => $"SELECT count(*) AS n, ContentType FROM ContentItemIndex AS i WHERE NOT ({one}) AND ({two}) GROUP BY ContentType ORDER BY n DESC"));

    [Theory, OnBothDatabases]
    public async Task Whatever_is_understood_runs_or_is_refused_and_names_no_other_table(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Content(Blog.Post("Hasard a"), Blog.Listing("hasard")));
        var (understood, ran) = (0, 0);
        await site.UseAsync<SqlSource>(source =>
        {
            Statements.Sample(sql =>
            {
                SqlStatement statement;
                try
                {
                    statement = new SqlWriter(database == Database.PostgreSql, QueryParameters.Parse("""{"p":"Post"}"""), Sight.Site, new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc)).Write(SqlParser.Parse(sql));
                }
                catch (RuleException)
                {
                    return true;
                }

                understood++;
                try
                {
                    // The page's own reading of the tables ends when the statement does.
                    source.ReadAsync(statement, CancellationToken.None).GetAwaiter().GetResult();
                    ran++;
                }
                catch (RuleException refused) when (refused.Code is "query.database" or "query.slow")
                {
                }

                return Tables().Matches(statement.Text).Select(match => match.Groups[1].Value).All(IsKnown);
            }, iter: database == Database.Sqlite ? 3_000 : 1_000, threads: 1);
            return Task.CompletedTask;
        });

        understood.ShouldBeGreaterThan(100);
        ran.ShouldBeGreaterThan(50);
    }

    private static bool IsKnown(string table) => table is "content" or "content_term" or "(" || SqlViews.Names.Contains(table.Trim('"'));

    [GeneratedRegex("""\b(?:FROM|JOIN)\s+("\w+"|\w+|\()""")]
    private static partial Regex Tables();
}
