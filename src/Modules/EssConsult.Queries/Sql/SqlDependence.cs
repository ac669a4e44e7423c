namespace EssConsult.Queries.Sql;

/// <summary>Of which content types a change can change a result, so that a page which shows it is not made again for every other.</summary>
internal static class SqlDependence
{
    private static readonly string[] SameItem = ["DocumentId", "ContentItemId"];

    /// <returns>The types that the condition asks for, when every table tells of the same item; null when any type may matter.</returns>
    public static IReadOnlyList<string>? Of(SqlSelect select, SqlConstants constants) =>
        select.From.Skip(1).All(table => table is { Join: "INNER JOIN", On: SqlComparison { Operator: "=", Left: SqlColumn left, Right: SqlColumn right } } && IsId(left) && IsId(right))
            ? Conjuncts(select.Where).Select(condition => Types(condition, constants)).FirstOrDefault(types => types is not null)
            : null;

    private static IReadOnlyList<string>? Types(SqlExpression condition, SqlConstants constants) => condition switch
    {
        SqlComparison { Operator: "=", Left: SqlColumn column, Right: var value } when IsType(column) && SqlConstants.IsConstant(value) && constants.Text(value) is { } type => [type],
        SqlInList { Not: false, Operand: SqlColumn column, Values: var values } when IsType(column) && values.All(SqlConstants.IsConstant) => [.. values.Select(constants.Text).OfType<string>()],
        _ => null,
    };

    private static IEnumerable<SqlExpression> Conjuncts(SqlExpression? condition) => condition switch
    {
        null => [],
        SqlJunction { Operator: "AND" } both => Conjuncts(both.Left).Concat(Conjuncts(both.Right)),
        _ => [condition],
    };

    private static bool IsType(SqlColumn column) => column.Name.Equals("ContentType", StringComparison.OrdinalIgnoreCase);

    private static bool IsId(SqlColumn column) => SameItem.Contains(column.Name, StringComparer.OrdinalIgnoreCase);
}
