using EssConsult.Kernel.Data;
using EssConsult.Queries.Sql;

namespace EssConsult.Queries.Tests;

/// <summary>Nothing but the views can be named; each refusal says what was refused.</summary>
public sealed class SqlRefusalTests(BlogSites sites) : IClassFixture<BlogSites>
{
    [Theory]
    [InlineData("SELECT * FROM person", "query.sql-table")]
    [InlineData("SELECT * FROM content", "query.sql-table")]
    [InlineData("SELECT * FROM UserIndex", "query.sql-table")]
    [InlineData("SELECT * FROM sqlite_master", "query.sql-table")]
    [InlineData("SELECT * FROM sqlite_schema", "query.sql-table")]
    [InlineData("SELECT * FROM pg_catalog.pg_user", "query.sql-table")]
    [InlineData("SELECT * FROM main.content", "query.sql-table")]
    [InlineData("SELECT * FROM information_schema.tables", "query.sql-table")]
    [InlineData("SELECT * FROM pg_read_file('x')", "query.sql-table")]
    [InlineData("SELECT * FROM pragma_table_info('person')", "query.sql-table")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex JOIN person ON 1 = 1", "query.sql-table")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex, person", "query.sql-table")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex WHERE DocumentId IN (SELECT password_hash FROM person)", "query.sql-table")]
    [InlineData("SELECT (SELECT password_hash FROM person) AS x FROM ContentItemIndex", "query.sql-table")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex UNION SELECT password_hash FROM person", "query.sql-table")]
    [InlineData("SELECT x FROM (SELECT password_hash AS x FROM person) AS p", "query.sql-table")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex WHERE EXISTS (SELECT 1 FROM person)", "query.sql-table")]
    [InlineData("SELECT password_hash FROM ContentItemIndex", "query.sql-column")]
    [InlineData("SELECT json FROM ContentItemIndex", "query.sql-column")]
    [InlineData("SELECT ContentItemIndex.rowid FROM ContentItemIndex", "query.sql-column")]
    [InlineData("SELECT c.json FROM ContentItemIndex AS c", "query.sql-column")]
    [InlineData("SELECT person.password_hash FROM ContentItemIndex", "query.sql-column")]
    [InlineData("SELECT person.* FROM ContentItemIndex", "query.sql-column")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex ORDER BY password_hash", "query.sql-column")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex ORDER BY 2", "query.sql-column")]
    [InlineData("SELECT x FROM (SELECT DocumentId AS x FROM ContentItemIndex) AS i WHERE i.Owner = '1'", "query.sql-column")]
    [InlineData("SELECT load_extension('x') FROM ContentItemIndex", "query.sql-function")]
    [InlineData("SELECT pg_sleep(10) FROM ContentItemIndex", "query.sql-function")]
    [InlineData("SELECT pg_read_file('x') FROM ContentItemIndex", "query.sql-function")]
    [InlineData("SELECT randomblob(1000000000) FROM ContentItemIndex", "query.sql-function")]
    [InlineData("SELECT set_config('x', 'y', false) FROM ContentItemIndex", "query.sql-function")]
    [InlineData("SELECT current_user FROM ContentItemIndex", "query.sql-column")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex -- WHERE", "query.sql-comment")]
    [InlineData("SELECT DocumentId /* x */ FROM ContentItemIndex", "query.sql-comment")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex; DROP TABLE content", "query.sql-one")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex; SELECT 1", "query.sql-one")]
    [InlineData("PRAGMA table_info(person)", "query.sql-one")]
    [InlineData("DELETE FROM content", "query.sql-one")]
    [InlineData("WITH x AS (SELECT * FROM person) SELECT * FROM x", "query.sql-one")]
    [InlineData("INSERT INTO content SELECT * FROM ContentItemIndex", "query.sql-one")]
    [InlineData("EXPLAIN SELECT 1", "query.sql-one")]
    [InlineData("SELECT \"password_hash\" FROM \"person\"", "query.sql-quoted")]
    [InlineData("SELECT DocumentId FROM [person]", "query.sql-quoted")]
    [InlineData("SELECT DocumentId FROM `person`", "query.sql-quoted")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex WHERE DisplayText = $$x$$", "query.sql-character")]
    [InlineData("SELECT E'\\'' FROM ContentItemIndex", "query.sql-unfinished")]
    [InlineData("SELECT DocumentId::text FROM ContentItemIndex", "query.sql-syntax")]
    [InlineData("SELECT CAST(DocumentId AS text) FROM ContentItemIndex", "query.sql-function")]
    [InlineData("SELECT DocumentId INTO x FROM ContentItemIndex", "query.sql-syntax")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex FOR UPDATE", "query.sql-syntax")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex NATURAL JOIN TaxonomyIndex", "query.sql-syntax")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex WHERE", "query.sql-unfinished")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex WHERE DisplayText", "query.sql-condition")]
    [InlineData("SELECT DocumentId FROM ContentItemIndex WHERE CreatedUtc > 'hier'", "query.date")]
    [InlineData("SELECT sum(DisplayText) FROM ContentItemIndex", "query.number")]
    [InlineData("SELECT lower(*) FROM ContentItemIndex", "query.sql-arguments")]
    [InlineData("SELECT ContentItemId FROM ContentItemIndex AS a JOIN TaxonomyIndex AS b ON a.DocumentId = b.DocumentId", "query.sql-ambiguous")]
    [InlineData("SELECT DocumentId AS x, ContentType AS X FROM ContentItemIndex", "query.sql-name")]
    [InlineData("SELECT a.DocumentId FROM ContentItemIndex a, ContentItemIndex A", "query.sql-name")]
    public void What_is_not_known_is_refused_by_name(string sql, string code)
    {
        foreach (var postgreSql in new[] { false, true })
        {
            Should.Throw<RuleException>(() => new SqlWriter(postgreSql, Running.QueryParameters.None, Running.Sight.Site, default).Write(SqlParser.Parse(sql)), sql).Code.ShouldBe(code, sql);
        }
    }

    [Fact]
    public void A_long_or_deep_query_is_refused_before_it_fills_the_stack()
    {
        Should.Throw<RuleException>(() => SqlParser.Parse("SELECT DocumentId FROM ContentItemIndex WHERE " + new string('(', 3000))).Code.ShouldBe("query.sql-long");
        Should.Throw<RuleException>(() => SqlParser.Parse("SELECT DocumentId FROM ContentItemIndex WHERE 1 = " + string.Concat(Enumerable.Repeat("- ", 3000)) + "1")).Code.ShouldBe("query.sql-long");
        Should.Throw<RuleException>(() => SqlParser.Parse("SELECT DocumentId FROM ContentItemIndex WHERE " + string.Concat(Enumerable.Repeat("NOT ", 2000)) + "1 = 1")).Code.ShouldBe("query.sql-long");
        Should.Throw<RuleException>(() => SqlParser.Parse("SELECT DocumentId FROM ContentItemIndex WHERE DisplayText = '" + new string('a', 20_000) + "'")).Code.ShouldBe("query.sql-long");
    }

    [Theory, OnBothDatabases]
    public async Task The_database_itself_refuses_what_the_grammar_would_let_through(Database database)
    {
        var site = await sites.OnAsync(database);
        string[] statements = database == Database.Sqlite
            ? ["SELECT id FROM person", "SELECT COUNT(*) FROM person", "SELECT name FROM sqlite_master", "PRAGMA table_info(person)", "DELETE FROM content", "SELECT randomblob(10)", "ATTACH 'x' AS y"]
            : ["DELETE FROM content", "UPDATE content SET display_text = 'x'", "CREATE TABLE x (y int)"];

        foreach (var text in statements)
        {
            (await Should.ThrowAsync<RuleException>(() => site.UseAsync<SqlSource, List<System.Text.Json.Nodes.JsonObject>>(source => source.ReadAsync(new SqlStatement(text, [], [], null), default)), text)).Code.ShouldBe("query.database", text);
        }

        // The lock is off again for whoever takes the connection next.
        (await site.ExecuteAsync("UPDATE content SET display_text = display_text")).ShouldBeGreaterThan(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_query_that_takes_too_long_is_stopped(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Content([.. Enumerable.Range(0, 60).Select(number => Blog.Note($"Longue {number}"))]));
        const string All = "ContentItemIndex";
        var sql = $"SELECT count(*) AS n FROM {All} a, {All} b, {All} c, {All} d, {All} e, {All} f WHERE a.DisplayText || b.DisplayText || c.DisplayText LIKE '%' || d.DisplayText || e.DisplayText || f.DisplayText || 'zz%'";

        (await site.RefusedAsync("Sql", sql)).Code.ShouldBe("query.slow");
        (await site.RunAsync("Sql", "SELECT count(*) AS n FROM ContentItemIndex")).Rows.Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task No_more_than_a_thousand_rows_are_given(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Content([.. Enumerable.Range(0, 40).Select(number => Blog.Note($"Beaucoup {number}"))]));

        var result = await site.RunAsync("Sql", "SELECT a.DocumentId FROM ContentItemIndex a, ContentItemIndex b LIMIT 5000");

        (result.Rows.Count, result.IsCut).ShouldBe((SqlWriter.MostRows, true));
    }
}
