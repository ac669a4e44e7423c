namespace EssConsult.Queries.Sql;

internal enum SqlTokenKind
{
    Word,
    Text,
    Number,
    Parameter,
    Symbol,
    End,
}

/// <param name="Value">A word as written, a text without its apostrophes, a parameter without its sign.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Value)
{
    public bool Is(string word) => Kind is SqlTokenKind.Word or SqlTokenKind.Symbol && Value.Equals(word, StringComparison.OrdinalIgnoreCase);
}
