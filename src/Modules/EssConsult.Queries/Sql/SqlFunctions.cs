namespace EssConsult.Queries.Sql;

/// <summary>The functions that queries have. None reads a file, waits, or makes a text much longer than those it is given.</summary>
internal static class SqlFunctions
{
    public static readonly string[] Names =
    [
        "count", "sum", "avg", "min", "max", "lower", "upper", "trim", "ltrim", "rtrim", "length", "substr", "substring", "concat", "coalesce", "nullif", "abs", "round",
        "year", "month", "day", "hour", "minute", "second", "now",
    ];

    private static readonly Dictionary<string, string> Moments = new() { ["year"] = "%Y", ["month"] = "%m", ["day"] = "%d", ["hour"] = "%H", ["minute"] = "%M", ["second"] = "%S" };

    public static bool Knows(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="RuleException">The arguments are not those that it takes.</exception>
    public static SqlText Write(SqlCall call, SqlWriter writer)
    {
        var (name, arguments) = (call.Name, call.Arguments);
        if (arguments.Any(argument => argument is SqlStar) ? name != "count" || call.Distinct : arguments.Count is 0 != name is "now")
        {
            throw SqlRefusal.Arguments(name);
        }

        var distinct = call.Distinct ? name is "count" or "sum" or "avg" ? "DISTINCT " : throw SqlRefusal.Arguments(name) : string.Empty;
        return (name, arguments.Count) switch
        {
            ("count", 1) => Number(arguments[0] is SqlStar ? "COUNT(*)" : $"COUNT({distinct}{writer.Scalar(arguments[0]).Sql})"),
            ("sum" or "avg", 1) => Number($"{name.ToUpperInvariant()}({distinct}{writer.Number(arguments[0])})"),
            ("min" or "max", 1) => writer.Scalar(arguments[0]) is var some ? some with { Sql = $"{name.ToUpperInvariant()}({some.Sql})" } : default,
            ("lower" or "upper" or "trim" or "ltrim" or "rtrim", 1) => Text($"{name.ToUpperInvariant()}({writer.Text(arguments[0])})"),
            ("length", 1) => Number($"LENGTH({writer.Text(arguments[0])})"),
            ("substr" or "substring", 2 or 3) => Text($"SUBSTR({writer.Text(arguments[0])}, {string.Join(", ", arguments.Skip(1).Select(writer.Whole))})"),
            ("concat", _) => Text("(" + string.Join(" || ", arguments.Select(argument => $"COALESCE({writer.Text(argument)}, '')")) + ")"),
            ("coalesce", > 1) => writer.Alike(arguments) is var (type, parts) ? new SqlText($"COALESCE({string.Join(", ", parts)})", type) : default,
            ("nullif", 2) => writer.Alike(arguments) is var (type, parts) ? new SqlText($"NULLIF({string.Join(", ", parts)})", type) : default,
            ("abs", 1) => Number($"ABS({writer.Number(arguments[0])})"),
            ("round", 1) => Number($"ROUND(CAST({writer.Number(arguments[0])} AS NUMERIC))"),
            ("round", 2) => Number($"ROUND(CAST({writer.Number(arguments[0])} AS NUMERIC), {writer.Whole(arguments[1])})"),
            ("now", 0) => writer.Now(),
            _ when Moments.TryGetValue(name, out var format) && arguments.Count == 1 => Number(writer.IsPostgreSql
                ? $"CAST(EXTRACT({name.ToUpperInvariant()} FROM {writer.Date(arguments[0])} AT TIME ZONE 'UTC') AS BIGINT)"
                : $"CAST(strftime('{format}', {writer.Date(arguments[0])}) AS INTEGER)"),
            _ => throw SqlRefusal.Arguments(name),
        };
    }

    private static SqlText Number(string sql) => new(sql, SqlType.Number);

    private static SqlText Text(string sql) => new(sql, SqlType.Text);
}
