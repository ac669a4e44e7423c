namespace EssConsult.Queries.Sql;

internal sealed partial class SqlWriter
{
    /// <summary>A value of whatever type; what is true or false becomes 1 or 0.</summary>
    public SqlText Scalar(SqlExpression expression) => expression switch
    {
        SqlValue or SqlParameter => constants.Write(expression, wanted: null),
        SqlColumn column => scope.Resolve(column),
        SqlCall call => SqlFunctions.Write(call, this),
        SqlNegative negative => new SqlText($"(- {Number(negative.Operand)})", SqlType.Number),
        SqlArithmetic { Operator: "||" } joined => new SqlText($"({Text(joined.Left)} || {Text(joined.Right)})", SqlType.Text),
        SqlArithmetic { Operator: "/" or "%" } divided => new SqlText($"({Number(divided.Left)} {divided.Operator} NULLIF({Number(divided.Right)}, 0))", SqlType.Number),
        SqlArithmetic arithmetic => new SqlText($"({Number(arithmetic.Left)} {arithmetic.Operator} {Number(arithmetic.Right)})", SqlType.Number),
        SqlCase branches => Case(branches),
        SqlScalar inner => Query(inner.Query) is var (sql, columns) ? new SqlText($"({sql})", columns[0].Type) : default,
        SqlCondition condition => new SqlText($"CASE WHEN {Condition(condition)} THEN 1 ELSE 0 END", SqlType.Number),
        _ => throw SqlRefusal.Column("*"),
    };

    public string Number(SqlExpression expression) => SqlConstants.IsConstant(expression) ? constants.Write(expression, SqlType.Number).Sql
        : Scalar(expression) is { Type: SqlType.Number } number ? number.Sql : throw SqlRefusal.NoNumber(expression is SqlColumn column ? column.Name : "…");

    /// <summary>For functions that count characters or digits.</summary>
    public string Whole(SqlExpression expression) => $"CAST({Number(expression)} AS INTEGER)";

    public string Text(SqlExpression expression) => SqlConstants.IsConstant(expression) ? constants.Write(expression, SqlType.Text).Sql : Text(Scalar(expression));

    public string Date(SqlExpression expression) => SqlConstants.IsConstant(expression) ? constants.Write(expression, SqlType.Date).Sql
        : Scalar(expression) is { Type: SqlType.Date } date ? date.Sql : throw SqlRefusal.NoDate(expression is SqlColumn column ? column.Name : "…");

    public SqlText Now() => new(constants.Add(now), SqlType.Date);

    /// <summary>Values that are compared or stand for one another: constants become what the others are; those that differ become texts.</summary>
    public (SqlType Type, IReadOnlyList<string> Parts) Alike(IReadOnlyList<SqlExpression> expressions)
    {
        var written = expressions.Select(expression => SqlConstants.IsConstant(expression) ? (SqlText?)null : Scalar(expression)).ToList();
        var types = written.Where(text => text is not null).Select(text => text!.Value.Type).Distinct().ToList();
        if (types.Count == 0)
        {
            types = [.. expressions.Where(expression => expression is not SqlValue { Value: null }).Select(constants.TypeOf).Distinct()];
        }

        var type = types.Count == 1 ? types[0] : SqlType.Text;
        return (type, [.. expressions.Zip(written).Select(pair => pair.Second is { } text ? text.Type == type ? text.Sql : Text(text) : constants.Write(pair.First, type).Sql)]);
    }

    private string Condition(SqlExpression expression) => expression switch
    {
        SqlJunction junction => $"({Condition(junction.Left)} {junction.Operator} {Condition(junction.Right)})",
        SqlNot not => $"(NOT {Condition(not.Operand)})",
        SqlComparison comparison => Alike([comparison.Left, comparison.Right]) is var (_, sides) ? $"({sides[0]} {comparison.Operator} {sides[1]})" : string.Empty,
        SqlLike like => $"({Text(like.Operand)} {(like.Not ? "NOT " : string.Empty)}{Like(like.Pattern)})",
        SqlIsNull isNull => $"({Scalar(isNull.Operand).Sql} IS {(isNull.Not ? "NOT " : string.Empty)}NULL)",
        SqlBetween between => Alike([between.Operand, between.From, between.To]) is var (_, bounds) ? $"({bounds[0]} {(between.Not ? "NOT " : string.Empty)}BETWEEN {bounds[1]} AND {bounds[2]})" : string.Empty,
        SqlInList list => Alike([list.Operand, .. list.Values]) is var (_, parts) ? $"({parts[0]} {(list.Not ? "NOT " : string.Empty)}IN ({string.Join(", ", parts.Skip(1))}))" : string.Empty,
        SqlInQuery inner => In(inner),
        SqlExists exists => $"(EXISTS ({Query(exists.Query).Sql}))",
        _ => Truth(expression),
    };

    /// <summary>A number as a condition: « WHERE Published ».</summary>
    private string Truth(SqlExpression expression) => Scalar(expression) is { Type: SqlType.Number } number ? $"({number.Sql} <> 0)" : throw SqlRefusal.NoCondition;

    // SQLite looks at no letter's case in LIKE, and knows no escape unless it is told one.
    private string Like(SqlExpression pattern) => postgreSql ? $"ILIKE {Text(pattern)} ESCAPE ''" : $"LIKE {Text(pattern)}";

    private string In(SqlInQuery inner)
    {
        var (sql, columns) = Query(inner.Query);
        var operand = SqlConstants.IsConstant(inner.Operand) ? constants.Write(inner.Operand, columns[0].Type).Sql : Scalar(inner.Operand).Sql;
        return $"({operand} {(inner.Not ? "NOT " : string.Empty)}IN ({sql}))";
    }

    private SqlText Case(SqlCase branches)
    {
        var results = branches.Branches.Select(branch => branch.Then).Concat(branches.Else is null ? [] : [branches.Else]).ToList();
        var (type, parts) = Alike(results);
        var whens = branches.Branches.Zip(parts).Select(pair => $"WHEN {Condition(pair.First.When)} THEN {pair.Second}");
        return new SqlText($"CASE {string.Join(' ', whens)}{(branches.Else is null ? string.Empty : " ELSE " + parts[^1])} END", type);
    }

    private string Text(SqlText value) => value.Type switch
    {
        SqlType.Text => value.Sql,
        SqlType.Date => postgreSql ? $"TO_CHAR({value.Sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')" : $"SUBSTR({value.Sql}, 1, 19)",
        _ => $"CAST({value.Sql} AS TEXT)",
    };
}
