using System.Globalization;
using EssConsult.Queries.Running;

namespace EssConsult.Queries.Sql;

/// <summary>The values of a statement: each becomes a parameter of the command, the same value the same one.</summary>
internal sealed class SqlConstants(QueryParameters given)
{
    private readonly List<object> values = [];

    public IReadOnlyList<object> Values => values;

    public static bool IsConstant(SqlExpression expression) => expression is SqlValue or SqlParameter;

    public string Add(object value)
    {
        var index = values.FindIndex(known => known.GetType() == value.GetType() && known.Equals(value));
        if (index < 0)
        {
            values.Add(value);
            index = values.Count - 1;
        }

        return $"@p{index}";
    }

    /// <param name="expression">A constant.</param>
    /// <param name="wanted">What it is compared with; null for its own type.</param>
    /// <exception cref="RuleException">The value is missing, or is not of the wanted type.</exception>
    public SqlText Write(SqlExpression expression, SqlType? wanted)
    {
        var value = Value(expression);
        var type = wanted ?? TypeOf(value);
        return new SqlText(value is null ? "NULL" : Add(Convert(value, type)), type);
    }

    public SqlType TypeOf(SqlExpression expression) => TypeOf(Value(expression));

    /// <summary>For LIMIT and OFFSET.</summary>
    public long Whole(SqlExpression expression)
    {
        var value = Value(expression) ?? string.Empty;
        return Convert(value, SqlType.Number) is long and >= 0L and var whole ? whole : throw SqlRefusal.NoNumber(value);
    }

    public string? Text(SqlExpression expression) => Value(expression) is { } value ? (string)Convert(value, SqlType.Text) : null;

    private object? Value(SqlExpression expression) => expression switch
    {
        SqlValue constant => constant.Value,
        SqlParameter parameter when given.TryGet(parameter.Name, out var value) => QueryParameters.Scalar(value),
        SqlParameter parameter => (parameter.Default ?? throw SqlRefusal.Missing(parameter.Name)).Value,
        _ => throw new ArgumentException("Not a constant.", nameof(expression)),
    };

    private static SqlType TypeOf(object? value) => value switch { long or double => SqlType.Number, DateTime => SqlType.Date, _ => SqlType.Text };

    private static object Convert(object value, SqlType type) => type switch
    {
        SqlType.Number => value switch
        {
            long or double => value,
            string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            string text when double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw SqlRefusal.NoNumber(value),
        },
        SqlType.Date => value switch
        {
            DateTime at => DateTime.SpecifyKind(at, DateTimeKind.Utc),
            string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) => at,
            _ => throw SqlRefusal.NoDate(value),
        },
        _ => (System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty).Replace("\0", string.Empty, StringComparison.Ordinal),
    };
}
