namespace EssConsult.Queries.Sql;

/// <param name="Sql">What is written.</param>
/// <param name="Type">What it gives.</param>
internal readonly record struct SqlText(string Sql, SqlType Type);

/// <summary>A column of a result or of a table in FROM.</summary>
internal sealed record SqlOutput(string Name, SqlType Type);

/// <summary>The tables whose columns a SELECT can name: its own, then those of the SELECT around it.</summary>
internal sealed class SqlScope(SqlScope? around)
{
    private readonly List<(string Alias, IReadOnlyList<SqlOutput> Columns)> tables = [];

    public void Add(string alias, IReadOnlyList<SqlOutput> columns)
    {
        if (tables.Exists(table => Same(table.Alias, alias)))
        {
            throw SqlRefusal.Name(alias);
        }

        tables.Add((alias, columns));
    }

    /// <exception cref="RuleException">No table has the column, or several do.</exception>
    public SqlText Resolve(SqlColumn column) => Find(column) ?? throw SqlRefusal.Column(column.Table is null ? column.Name : $"{column.Table}.{column.Name}");

    public SqlText? Find(SqlColumn column)
    {
        var found = tables.Where(table => column.Table is null || Same(table.Alias, column.Table))
            .SelectMany(table => table.Columns.Where(known => Same(known.Name, column.Name)).Select(known => new SqlText($"\"{table.Alias}\".\"{known.Name}\"", known.Type))).ToList();
        return found.Count switch
        {
            0 => around?.Find(column),
            1 => found[0],
            _ => throw SqlRefusal.Ambiguous(column.Name),
        };
    }

    /// <summary>The columns that a star stands for.</summary>
    public IEnumerable<SqlColumn> Star(string? table)
    {
        var meant = tables.Where(known => table is null || Same(known.Alias, table)).ToList();
        return meant.Count > 0 ? meant.SelectMany(known => known.Columns.Select(column => new SqlColumn(known.Alias, column.Name))) : throw SqlRefusal.Column($"{table}.*");
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
