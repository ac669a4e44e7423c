using System.Globalization;
using EssConsult.Queries.Running;

namespace EssConsult.Queries.Sql;

/// <param name="Text">For one database, over our own tables.</param>
/// <param name="Values">By number: <c>@p0</c>…</param>
/// <param name="Types">The content types that the result depends on; null when it may depend on any.</param>
internal sealed record SqlStatement(string Text, IReadOnlyList<object> Values, IReadOnlyList<SqlOutput> Columns, IReadOnlyList<string>? Types);

/// <summary>
/// Writes an understood query anew. Every name that comes out is one of ours or was checked to be letters and digits, every value is a
/// parameter: nothing of the text that was given is passed on.
/// </summary>
internal sealed partial class SqlWriter(bool postgreSql, QueryParameters parameters, Sight sight, DateTime now)
{
    /// <summary>One more than is shown, so that it is known whether there are more.</summary>
    public const int MostRows = 1000;

    private readonly SqlConstants constants = new(parameters);
    private readonly List<SqlView> used = [];
    private SqlScope scope = new(null);
    private int selects;

    public bool IsPostgreSql => postgreSql;

    public SqlStatement Write(SqlQuery query)
    {
        var (sql, columns) = Query(query, isWhole: true);
        var views = used.Select(view => $"\"{view.Name}\" AS NOT MATERIALIZED ({View(view)})");
        var text = used.Count == 0 ? sql : $"WITH {string.Join(", ", views)} {sql}";
        return new SqlStatement(text, constants.Values, columns, selects == 1 ? SqlDependence.Of(query.Selects[0].Select, constants) : null);
    }

    private string View(SqlView view)
    {
        var columns = view.Columns.Select(column => $"{(postgreSql ? column.PostgreSql : column.Sqlite)} AS \"{column.Name}\"");
        return $"SELECT {string.Join(", ", columns)} FROM {view.From} WHERE c.published{(view.Where is null ? string.Empty : " AND " + view.Where)}{Seen()}";
    }

    private string Seen()
    {
        if (sight.Everything)
        {
            return string.Empty;
        }

        var all = sight.Types.Count > 0 ? $"c.content_type IN ({List(sight.Types)})" : "1 = 0";
        return sight.OwnTypes.Count > 0 ? $" AND ({all} OR (c.owner = {constants.Add(sight.PersonId)} AND c.content_type IN ({List(sight.OwnTypes)})))" : " AND " + all;
    }

    private string List(IEnumerable<string> values) => string.Join(", ", values.Select(constants.Add));

    private (string Sql, IReadOnlyList<SqlOutput> Columns) Query(SqlQuery query, bool isWhole = false)
    {
        var (first, columns, inner) = Select(query.Selects[0].Select);
        var sql = first;
        foreach (var (union, select) in query.Selects.Skip(1))
        {
            sql += $" {union} {Select(select).Sql}";
        }

        if (query.OrderBy.Count > 0)
        {
            sql += " ORDER BY " + string.Join(", ", query.OrderBy.Select(order => Order(order, query.Selects, columns, inner) + (order.Descending ? " DESC" : string.Empty)));
        }

        var limit = query.Limit is null ? (long?)null : constants.Whole(query.Limit);
        limit = isWhole ? Math.Min(limit ?? long.MaxValue, MostRows + 1) : limit ?? (query.Offset is null ? null : MostRows);
        sql += limit is null ? string.Empty : " LIMIT " + constants.Add(limit);
        return (sql + (query.Offset is null ? string.Empty : " OFFSET " + constants.Add(constants.Whole(query.Offset))), columns);
    }

    private (string Sql, IReadOnlyList<SqlOutput> Columns, SqlScope Scope) Select(SqlSelect select)
    {
        selects++;
        var (around, mine) = (scope, new SqlScope(scope));
        var from = string.Empty;
        foreach (var table in select.From)
        {
            // A query in parentheses sees nothing of its neighbours.
            scope = around;
            var (source, columns) = Source(table);
            mine.Add(table.Alias, columns);
            scope = mine;
            from += (table.Join.Length > 0 ? $" {table.Join} " : string.Empty) + $"{source} AS \"{table.Alias}\"" + (table.On is null ? string.Empty : $" ON {Condition(table.On)}");
        }

        var items = select.Items.SelectMany(item => item.Value is SqlStar star ? mine.Star(star.Table).Select(column => new SqlItem(column, null)) : [item]).ToList();
        var outputs = new List<SqlOutput>();
        var written = new List<string>();
        foreach (var item in items)
        {
            var value = Scalar(item.Value);
            var name = Name(item, outputs);
            outputs.Add(new SqlOutput(name, value.Type));
            written.Add($"{value.Sql} AS \"{name}\"");
        }

        var sql = $"SELECT {(select.Distinct ? "DISTINCT " : string.Empty)}{string.Join(", ", written)} FROM {from}";
        sql += select.Where is null ? string.Empty : " WHERE " + Condition(select.Where);
        sql += select.GroupBy.Count == 0 ? string.Empty : " GROUP BY " + string.Join(", ", select.GroupBy.Select(group => Group(group, outputs)));
        sql += select.Having is null ? string.Empty : " HAVING " + Condition(select.Having);
        scope = around;
        return (sql, outputs, mine);
    }

    private (string Sql, IReadOnlyList<SqlOutput> Columns) Source(SqlSourceTable table)
    {
        if (table.Query is { } query)
        {
            var (sql, columns) = Query(query);
            return ($"({sql})", columns);
        }

        var view = SqlViews.Find(table.View!)!;
        if (!used.Contains(view))
        {
            used.Add(view);
        }

        return ($"\"{view.Name}\"", [.. view.Columns.Select(column => new SqlOutput(column.Name, column.Type))]);
    }

    private string Name(SqlItem item, List<SqlOutput> before)
    {
        bool IsTaken(string name) => before.Exists(output => output.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (item.Alias is { } alias)
        {
            return IsTaken(alias) ? throw SqlRefusal.Name(alias) : alias;
        }

        var name = item.Value switch { SqlColumn column => scope.Resolve(column).Sql.Split('"')[^2], SqlCall call => call.Name, _ => "value" };
        return IsTaken(name) ? Enumerable.Range(2, before.Count + 1).Select(number => name + number.ToString(CultureInfo.InvariantCulture)).First(free => !IsTaken(free)) : name;
    }

    private string Group(SqlExpression group, IReadOnlyList<SqlOutput> outputs) =>
        Place(group, outputs) ?? (group is SqlColumn { Table: null } column && scope.Find(column) is null ? Output(column, outputs) : null) ?? Scalar(group).Sql;

    private string Order(SqlOrder order, IReadOnlyList<(string, SqlSelect)> all, IReadOnlyList<SqlOutput> outputs, SqlScope inner)
    {
        if ((Place(order.Value, outputs) ?? (order.Value is SqlColumn { Table: null } column ? Output(column, outputs) : null)) is { } known)
        {
            return known;
        }

        if (all.Count > 1)
        {
            throw SqlRefusal.NoOrder;
        }

        var around = scope;
        scope = inner;
        var sql = Scalar(order.Value).Sql;
        scope = around;
        return sql;
    }

    /// <summary>The number of a column of the result: as a parameter it would be a constant.</summary>
    private static string? Place(SqlExpression value, IReadOnlyList<SqlOutput> outputs) =>
        value is SqlValue { Value: long place } ? place >= 1 && place <= outputs.Count ? place.ToString(CultureInfo.InvariantCulture) : throw SqlRefusal.Column(place.ToString(CultureInfo.InvariantCulture)) : null;

    private static string? Output(SqlColumn column, IReadOnlyList<SqlOutput> outputs) =>
        outputs.FirstOrDefault(output => output.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase)) is { } output ? $"\"{output.Name}\"" : null;
}
