using System.Globalization;

namespace EssConsult.Queries.Sql;

/// <summary>Reads values and conditions, by the precedence of SQL: OR, AND, NOT, comparisons, + - ||, * / %, sign.</summary>
internal sealed class SqlExpressions(SqlCursor cursor, Func<SqlQuery> query)
{
    private static readonly string[] Comparisons = ["=", "<>", "!=", "<", "<=", ">", ">="];

    public SqlExpression Read() => cursor.Within(Or);

    /// <summary>A number or a parameter, for LIMIT and OFFSET.</summary>
    public SqlExpression Value() => cursor.Current.Kind switch
    {
        SqlTokenKind.Number => Number(),
        SqlTokenKind.Parameter => Parameter(),
        _ => throw SqlRefusal.NotUnderstood(cursor.Current),
    };

    private SqlExpression Or()
    {
        var left = And();
        while (cursor.Take("OR"))
        {
            left = new SqlJunction("OR", left, And());
        }

        return left;
    }

    private SqlExpression And()
    {
        var left = Not();
        while (cursor.Take("AND"))
        {
            left = new SqlJunction("AND", left, Not());
        }

        return left;
    }

    private SqlExpression Not() => cursor.Current.Is("NOT") && !cursor.Ahead(1).Is("EXISTS") ? cursor.Within<SqlExpression>(() =>
    {
        cursor.Take();
        return new SqlNot(Not());
    }) : Comparison();

    private SqlExpression Comparison()
    {
        var left = Sum();
        if (Array.Find(Comparisons, cursor.Current.Is) is { } comparison)
        {
            cursor.Take();
            return new SqlComparison(comparison == "!=" ? "<>" : comparison, left, Sum());
        }

        if (cursor.Take("IS"))
        {
            var isNot = cursor.Take("NOT");
            cursor.Need("NULL");
            return new SqlIsNull(left, isNot);
        }

        var not = cursor.Current.Is("NOT") && (cursor.Ahead(1).Is("LIKE") || cursor.Ahead(1).Is("IN") || cursor.Ahead(1).Is("BETWEEN")) && cursor.Take("NOT");
        return cursor.Take("LIKE") ? new SqlLike(left, Sum(), not)
            : cursor.Take("BETWEEN") ? Between(left, not)
            : cursor.Take("IN") ? In(left, not)
            : left;
    }

    private SqlBetween Between(SqlExpression left, bool not)
    {
        var from = Sum();
        cursor.Need("AND");
        return new SqlBetween(left, from, Sum(), not);
    }

    private SqlCondition In(SqlExpression left, bool not)
    {
        cursor.Need("(");
        SqlCondition found = cursor.Current.Is("SELECT") ? new SqlInQuery(left, query(), not) : new SqlInList(left, cursor.List(Sum), not);
        cursor.Need(")");
        return found;
    }

    private SqlExpression Sum()
    {
        var left = Product();
        while (cursor.Current.Is("+") || cursor.Current.Is("-") || cursor.Current.Is("||"))
        {
            left = new SqlArithmetic(cursor.Take().Value, left, Product());
        }

        return left;
    }

    private SqlExpression Product()
    {
        var left = Signed();
        while (cursor.Current.Is("*") || cursor.Current.Is("/") || cursor.Current.Is("%"))
        {
            left = new SqlArithmetic(cursor.Take().Value, left, Signed());
        }

        return left;
    }

    private SqlExpression Signed() => cursor.Take("-") ? cursor.Within<SqlExpression>(() => new SqlNegative(Signed())) : Single();

    private SqlExpression Single()
    {
        var token = cursor.Current;
        switch (token.Kind)
        {
            case SqlTokenKind.Text:
                return new SqlValue(cursor.Take().Value);
            case SqlTokenKind.Number:
                return Number();
            case SqlTokenKind.Parameter:
                return Parameter();
            case SqlTokenKind.Word:
                return Word();
        }

        cursor.Need("(");
        var inner = cursor.Current.Is("SELECT") ? new SqlScalar(query()) : Read();
        cursor.Need(")");
        return inner;
    }

    private SqlExpression Word()
    {
        if (cursor.Take("NULL"))
        {
            return new SqlValue(null);
        }

        if (cursor.Current.Is("TRUE") || cursor.Current.Is("FALSE"))
        {
            // Columns of truth are 1 and 0 on both databases.
            return new SqlValue(cursor.Take().Is("TRUE") ? 1L : 0L);
        }

        if (cursor.Take("CASE"))
        {
            return Case();
        }

        if (cursor.Current.Is("EXISTS") || cursor.Current.Is("NOT"))
        {
            return Exists();
        }

        if (cursor.Ahead(1).Is("("))
        {
            return Call();
        }

        var first = cursor.Take();
        if (cursor.Take("."))
        {
            // After the point even « Order » can only be a column.
            return cursor.Current.Kind == SqlTokenKind.Word ? new SqlColumn(first.Value, cursor.Take().Value) : throw SqlRefusal.NotUnderstood(cursor.Current);
        }

        return SqlParser.IsReserved(first.Value) && !first.Is("Order") ? throw SqlRefusal.NotUnderstood(first) : new SqlColumn(null, first.Value);
    }

    private SqlExpression Exists()
    {
        var not = cursor.Take("NOT");
        cursor.Need("EXISTS");
        cursor.Need("(");
        SqlExpression found = new SqlExists(query());
        cursor.Need(")");
        return not ? new SqlNot(found) : found;
    }

    private SqlCase Case()
    {
        var branches = new List<(SqlExpression, SqlExpression)>();
        while (cursor.Take("WHEN"))
        {
            var when = Read();
            cursor.Need("THEN");
            branches.Add((when, Read()));
        }

        var otherwise = cursor.Take("ELSE") ? Read() : null;
        cursor.Need("END");
        return branches.Count > 0 ? new SqlCase(branches, otherwise) : throw SqlRefusal.NotUnderstood(cursor.Current);
    }

    private SqlCall Call()
    {
        var name = cursor.Take().Value;
        if (!SqlFunctions.Knows(name))
        {
            throw SqlRefusal.Function(name);
        }

        cursor.Need("(");
        if (cursor.Take(")"))
        {
            return new SqlCall(name.ToLowerInvariant(), false, []);
        }

        var distinct = cursor.Take("DISTINCT");
        var arguments = cursor.Take("*") ? [new SqlStar(null)] : cursor.List(Read);
        cursor.Need(")");
        return new SqlCall(name.ToLowerInvariant(), distinct, arguments);
    }

    private SqlParameter Parameter()
    {
        var name = cursor.Take().Value;
        if (!cursor.Take(":"))
        {
            return new SqlParameter(name, null);
        }

        var negative = cursor.Take("-");
        var value = cursor.Current.Kind switch
        {
            SqlTokenKind.Text when !negative => new SqlValue(cursor.Take().Value),
            SqlTokenKind.Number => Number(),
            SqlTokenKind.Word when !negative && Word() is SqlValue known => known,
            _ => throw SqlRefusal.NotUnderstood(cursor.Current),
        };
        return new SqlParameter(name, negative ? new SqlValue(value.Value is long whole ? (object)-whole : -(double)value.Value!) : value);
    }

    private SqlValue Number()
    {
        var text = cursor.Take().Value;
        return new SqlValue(long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? (object)whole : double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
    }
}
