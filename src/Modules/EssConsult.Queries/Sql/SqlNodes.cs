namespace EssConsult.Queries.Sql;

/// <summary>A query as it was understood. Only these forms exist: nothing else can be written back.</summary>
internal abstract record SqlExpression;

/// <param name="Value">A text, a number (long or double) or null.</param>
internal sealed record SqlValue(object? Value) : SqlExpression;

internal sealed record SqlParameter(string Name, SqlValue? Default) : SqlExpression;

/// <param name="Table">The alias before the point; null without.</param>
internal sealed record SqlColumn(string? Table, string Name) : SqlExpression;

internal sealed record SqlStar(string? Table) : SqlExpression;

internal sealed record SqlCall(string Name, bool Distinct, IReadOnlyList<SqlExpression> Arguments) : SqlExpression;

/// <summary>Arithmetic and <c>||</c>.</summary>
internal sealed record SqlArithmetic(string Operator, SqlExpression Left, SqlExpression Right) : SqlExpression;

internal sealed record SqlNegative(SqlExpression Operand) : SqlExpression;

internal sealed record SqlCase(IReadOnlyList<(SqlExpression When, SqlExpression Then)> Branches, SqlExpression? Else) : SqlExpression;

internal sealed record SqlScalar(SqlQuery Query) : SqlExpression;

/// <summary>What is true or false.</summary>
internal abstract record SqlCondition : SqlExpression;

internal sealed record SqlComparison(string Operator, SqlExpression Left, SqlExpression Right) : SqlCondition;

/// <param name="Operator"><c>AND</c> or <c>OR</c>.</param>
internal sealed record SqlJunction(string Operator, SqlExpression Left, SqlExpression Right) : SqlCondition;

internal sealed record SqlNot(SqlExpression Operand) : SqlCondition;

internal sealed record SqlLike(SqlExpression Operand, SqlExpression Pattern, bool Not) : SqlCondition;

internal sealed record SqlIsNull(SqlExpression Operand, bool Not) : SqlCondition;

internal sealed record SqlBetween(SqlExpression Operand, SqlExpression From, SqlExpression To, bool Not) : SqlCondition;

internal sealed record SqlInList(SqlExpression Operand, IReadOnlyList<SqlExpression> Values, bool Not) : SqlCondition;

internal sealed record SqlInQuery(SqlExpression Operand, SqlQuery Query, bool Not) : SqlCondition;

internal sealed record SqlExists(SqlQuery Query) : SqlCondition;

/// <param name="Alias">The name of the result's column; null for the column's own.</param>
internal sealed record SqlItem(SqlExpression Value, string? Alias);

/// <param name="View">A known view; null for a query in parentheses.</param>
/// <param name="Join"><c>INNER JOIN</c>, <c>LEFT JOIN</c>, <c>CROSS JOIN</c>; empty for the first.</param>
internal sealed record SqlSourceTable(string? View, SqlQuery? Query, string Alias, string Join, SqlExpression? On);

internal sealed record SqlSelect(bool Distinct, IReadOnlyList<SqlItem> Items, IReadOnlyList<SqlSourceTable> From, SqlExpression? Where, IReadOnlyList<SqlExpression> GroupBy, SqlExpression? Having);

internal sealed record SqlOrder(SqlExpression Value, bool Descending);

/// <param name="Selects">The first, and those that <c>UNION</c> or <c>UNION ALL</c> adds.</param>
internal sealed record SqlQuery(IReadOnlyList<(string Union, SqlSelect Select)> Selects, IReadOnlyList<SqlOrder> OrderBy, SqlExpression? Limit, SqlExpression? Offset);
