namespace EssConsult.Queries.Sql;

/// <summary>Reads one SELECT of the part of SQL that queries have. A word that is not understood is refused, never passed on.</summary>
internal sealed class SqlParser
{
    // A name that one of these could be would make two readings of one text.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "FROM", "WHERE", "GROUP", "ORDER", "BY", "HAVING", "LIMIT", "OFFSET", "UNION", "ALL", "DISTINCT", "AS", "ON", "JOIN", "INNER", "LEFT", "RIGHT", "FULL", "OUTER", "CROSS",
        "NATURAL", "USING", "AND", "OR", "NOT", "IN", "IS", "NULL", "LIKE", "BETWEEN", "EXISTS", "CASE", "WHEN", "THEN", "ELSE", "END", "ASC", "DESC", "INTO", "WITH", "INTERSECT", "EXCEPT",
        "TRUE", "FALSE", "WINDOW", "OVER", "FILTER", "FOR", "FETCH", "COLLATE", "CAST", "ESCAPE", "LATERAL", "RETURNING", "VALUES", "TABLE", "ARRAY", "ROW", "ONLY", "TABLESAMPLE", "INDEXED",
    };

    private readonly SqlCursor cursor;
    private readonly SqlExpressions expressions;

    private SqlParser(string sql)
    {
        cursor = new SqlCursor(SqlLexer.Read(sql));
        expressions = new SqlExpressions(cursor, Query);
    }

    /// <exception cref="RuleException">Not one SELECT of the known form; the sentence names where.</exception>
    public static SqlQuery Parse(string sql)
    {
        var parser = new SqlParser(sql);
        if (!parser.cursor.Current.Is("SELECT"))
        {
            throw SqlRefusal.OneSelect;
        }

        var query = parser.Query();
        if (parser.cursor.Take(";") && parser.cursor.Current.Kind != SqlTokenKind.End)
        {
            throw SqlRefusal.OneSelect;
        }

        return parser.cursor.Current.Kind == SqlTokenKind.End ? query : throw SqlRefusal.NotUnderstood(parser.cursor.Current);
    }

    public static bool IsReserved(string word) => Reserved.Contains(word);

    private SqlQuery Query() => cursor.Within(() =>
    {
        var selects = new List<(string, SqlSelect)> { (string.Empty, Select()) };
        while (cursor.Take("UNION"))
        {
            selects.Add((cursor.Take("ALL") ? "UNION ALL" : "UNION", Select()));
        }

        var order = Follows("ORDER") ? cursor.List(Order) : [];
        SqlExpression? limit = null, offset = null;
        while (limit is null && cursor.Take("LIMIT") || offset is null && cursor.Current.Is("OFFSET"))
        {
            if (cursor.Take("OFFSET"))
            {
                offset = expressions.Value();
                continue;
            }

            limit = expressions.Value();
        }

        return new SqlQuery(selects, order, limit, offset);
    });

    private SqlSelect Select()
    {
        cursor.Need("SELECT");
        var distinct = cursor.Take("DISTINCT");
        _ = distinct || cursor.Take("ALL");
        var items = cursor.List(Item);
        cursor.Need("FROM");
        var from = new List<SqlSourceTable> { Table(string.Empty) };
        while (Join() is { } join)
        {
            from.Add(Table(join));
        }

        var where = cursor.Take("WHERE") ? expressions.Read() : null;
        var groups = Follows("GROUP") ? cursor.List(expressions.Read) : [];
        return new SqlSelect(distinct, items, from, where, groups, cursor.Take("HAVING") ? expressions.Read() : null);
    }

    private bool Follows(string word)
    {
        if (!cursor.Take(word))
        {
            return false;
        }

        cursor.Need("BY");
        return true;
    }

    private SqlItem Item()
    {
        if (cursor.Take("*"))
        {
            return new SqlItem(new SqlStar(null), null);
        }

        if (cursor.Current.Kind == SqlTokenKind.Word && cursor.Ahead(1).Is(".") && cursor.Ahead(2).Is("*"))
        {
            var table = cursor.Take().Value;
            cursor.Take();
            cursor.Take();
            return new SqlItem(new SqlStar(table), null);
        }

        var value = expressions.Read();
        return new SqlItem(value, cursor.Take("AS") || IsName(cursor.Current) ? Name() : null);
    }

    private SqlOrder Order()
    {
        var value = expressions.Read();
        return new SqlOrder(value, cursor.Take("DESC") || (cursor.Take("ASC") && false));
    }

    private string? Join()
    {
        if (cursor.Take(","))
        {
            return "CROSS JOIN";
        }

        var left = cursor.Take("LEFT");
        _ = left ? cursor.Take("OUTER") : cursor.Take("INNER");
        return cursor.Take("JOIN") ? left ? "LEFT JOIN" : "INNER JOIN" : left ? throw SqlRefusal.NotUnderstood(cursor.Current) : null;
    }

    private SqlSourceTable Table(string join)
    {
        SqlQuery? query = null;
        string? view = null;
        if (cursor.Take("("))
        {
            query = Query();
            cursor.Need(")");
        }
        else
        {
            var name = cursor.Take();
            view = name.Kind != SqlTokenKind.Word || cursor.Current.Is(".") || cursor.Current.Is("(") ? throw SqlRefusal.Table(name.Value) : SqlViews.Find(name.Value)?.Name ?? throw SqlRefusal.Table(name.Value);
        }

        var alias = cursor.Take("AS") || IsName(cursor.Current) ? Name() : view ?? throw SqlRefusal.NotUnderstood(cursor.Current);
        if (join is "" or "CROSS JOIN")
        {
            return new SqlSourceTable(view, query, alias, join, null);
        }

        cursor.Need("ON");
        return new SqlSourceTable(view, query, alias, join, expressions.Read());
    }

    private string Name() => IsName(cursor.Current) ? cursor.Take().Value : throw SqlRefusal.NotUnderstood(cursor.Current);

    private static bool IsName(SqlToken token) => token.Kind == SqlTokenKind.Word && token.Value.Length <= 60 && !Reserved.Contains(token.Value);
}
